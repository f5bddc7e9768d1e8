using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Scheduling;

public sealed class ParallelismTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Independent_jobs_run_at_the_same_time()
    {
        using var meeting = new Barrier(3);
        var build = new TextBuild
        {
            Probe = new Probe
            {
                Inside = (target, _, _) =>
                {
                    if (target == "Write")
                        Assert.True(meeting.SignalAndWait(Patience));
                },
            },
        };

        Assert.Equal(0, _sandbox.Run(build, "Write", "--jobs", "3").ExitCode);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Never_more_jobs_run_at_the_same_time_than_there_are_cores(int cores)
    {
        var (running, most) = (0, 0);
        var build = new TextBuild
        {
            Probe = new Probe
            {
                Inside = (_, _, _) =>
                {
                    var now = Interlocked.Increment(ref running);
                    InterlockedMax(ref most, now);
                    Thread.Sleep(2);
                    Interlocked.Decrement(ref running);
                },
            },
        };

        _sandbox.Run(build, "--jobs", $"{cores}", "--letters", "a,b,c,d,e,f,g,h");

        Assert.InRange(most, 1, cores);
    }

    [Theory, InlineData(1, 4, 1), InlineData(AllCores, 4, 4), InlineData(3, 4, 3), InlineData(3, 2, 2)]
    public void A_job_that_is_alone_gets_the_threads_that_it_can_use(int usable, int cores, int expected)
    {
        var build = new ThreadsBuild { Usable = usable, Items = [1] };

        using var bare = Sandbox.Bare();

        bare.Run(build, all => all.Count, "--jobs", $"{cores}");


        Assert.Equal([expected], build.Threads);
    }

    [Fact]
    public void Jobs_that_are_ready_together_share_the_cores()
    {
        var build = new ThreadsBuild { Usable = AllCores, Items = [1, 2] };

        using var bare = Sandbox.Bare();

        bare.Run(build, all => all.Count, "--jobs", "4");


        Assert.Equal([2, 2], build.Threads);
    }

    private const int AllCores = int.MaxValue;

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = most)
            Interlocked.CompareExchange(ref most, value, seen);
    }

    private sealed class ThreadsBuild : ResearchBuild
    {
        private readonly Lock _gate = new();

        public int Usable { get; init; }

        public IReadOnlyList<int> Items { get; init; } = [];

        public List<int> Threads { get; } = [];

        public Target<int, TextFile> Count => _ => _
            .ForEach(Items)
            .Runs((item, output, job) => Note(item, output, job))
            .Resources(cores: Usable);

        private void Note(int item, TextFile output, JobContext job)
        {
            lock (_gate)
                Threads.Add(job.Threads);
            output.Text = $"{item}";
        }
    }
}
