using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Dsl;

/// <summary>Verbs that look at artifacts of jobs which take no part in the run.</summary>
public sealed class CachedArtifactsTests : IDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Bare();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void What_is_in_the_cache_is_opened_and_nothing_runs()
    {
        _sandbox.Run(new LookingBuild(), build => build.Echo);
        var looking = new LookingBuild();

        var outcome = _sandbox.Run(looking, build => build.Look, "--name", "b x2");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(("bb", 0), (string.Join(",", looking.Seen), looking.Runs));
    }

    [Fact]
    public void What_never_ran_or_would_run_again_is_an_error_that_says_why_and_what_to_do()
    {
        var outcome = _sandbox.Run(new LookingBuild(), build => build.Look, "--name", "b x2");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("target Look: Echo / b x2 is not in the cache (depends on Write / b x2, which would run).", outcome.Output);
        Assert.Contains("Run it first: ./build.sh Echo --profile laptop", outcome.Output);
    }

    [Theory]
    [InlineData("a*", "aa")]
    [InlineData("echo / ?*", "aa,bb")]
    [InlineData("B-x2", "bb")]
    public void A_pattern_names_jobs_as_it_does_elsewhere(string pattern, string expected)
    {
        _sandbox.Run(new LookingBuild(), build => build.Echo);
        var looking = new LookingBuild();

        _sandbox.Run(looking, build => build.Look, "--name", pattern);

        Assert.Equal(expected, string.Join(",", looking.Seen));
    }

    [Theory]
    [InlineData("a x3", "Did you mean 'a x2'?")]
    [InlineData("something else", "There are: a x2, b x2.")]
    public void A_name_that_no_job_has_is_answered_with_the_nearest_or_with_all(string name, string remedy)
    {
        var outcome = _sandbox.Run(new LookingBuild(), build => build.Look, "--name", name);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"--name: no target or job is named '{name}'. {remedy}", outcome.Output);
    }

    private sealed class LookingBuild : ResearchBuild
    {
#pragma warning disable CS0649 // The engine sets parameters by reflection.
        [Parameter("Which to look at", Targets = nameof(Look))]
        private readonly string? Name;
#pragma warning restore CS0649

        public List<string> Seen { get; } = [];

        public int Runs { get; private set; }

        public Target<Letter, TextFile> Write => _ => _
            .ForEach(new Letter('a', 2), new Letter('b', 2))
            .Runs(WriteText);

        public Target<Letter, TextFile> Echo => _ => _
            .ForEach(new Letter('a', 2), new Letter('b', 2))
            .From(letter => Write.For(letter))
            .Runs(EchoText);

        public Target Look => _ => _.Executes(() =>
            Seen.AddRange(ItemsNamed([Echo], Name!, "--name").Select(letter => OpenCached(Echo.For((Letter)letter.Item)).Text)));

        private void WriteText(Letter letter, TextFile output, JobContext job)
        {
            Runs++;
            output.Text = new string(letter.Symbol, letter.Times);
        }

        private void EchoText(Letter letter, TextFile text, TextFile output, JobContext job)
        {
            Runs++;
            output.Text = text.Text;
        }
    }
}
