using Research.Jobs;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Scheduling;

public sealed class FailureTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_failure_names_the_job_its_inputs_its_log_and_the_message()
    {
        var outcome = _sandbox.Run(Failing(() => new InputException("the text is wrong", "text.txt", "Write another.")));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("""
            [ERR] Upper / b x2 failed after < 1sec: text.txt: the text is wrong. Write another.
                  inputs: text = Write / b x2
                  log:    artifacts/laptop/logs/upper/b-x2.log
            """.Replace("\r", "", StringComparison.Ordinal), outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^Upper +Failed .*// text.txt: the text is wrong. Write another.$", outcome.Output);
        Assert.Matches(@"(?m)^Join +NotRun +1 +0$", outcome.Output);
        Assert.Contains("Build failed on ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_of_a_wrong_input_has_its_message_and_that_of_a_defect_the_stack()
    {
        _sandbox.Run(Failing(() => new InputException("the text is wrong", "text.txt", "Write another.")));
        Assert.Equal("text.txt: the text is wrong. Write another.\n", _sandbox.Read("artifacts/laptop/logs/upper/b-x2.log"));

        var outcome = _sandbox.Run(Failing(() => new InvalidOperationException("a defect")));
        Assert.Contains("Upper / b x2 failed after < 1sec: InvalidOperationException: a defect", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("   at ", _sandbox.Read("artifacts/laptop/logs/upper/b-x2.log"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_stops_the_run_and_what_was_finished_stays_cached()
    {
        var outcome = _sandbox.Run(Failing(() => new InvalidOperationException("a defect")), "--jobs", "1");
        Assert.Equal(["Upper a x2", "Upper b x2", "Write a x2", "Write b x2", "Write c x2"], outcome.Ran);

        Assert.Equal(["Join all", "Upper b x2", "Upper c x2"], _sandbox.Run().Ran);
    }

    [Fact]
    public void Keep_going_runs_what_does_not_depend_on_the_failure()
    {
        var outcome = _sandbox.Run(Failing(() => new InvalidOperationException("a defect")), "--keep-going", "--jobs", "1");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Upper c x2", outcome.Ran);
        Assert.DoesNotContain("Join all", outcome.Ran);
    }

    [Fact]
    public void A_failure_aborts_the_jobs_that_run_beside_it()
    {
        using var started = new ManualResetEventSlim();
        var build = new TextBuild
        {
            Probe = new Probe
            {
                Inside = (target, name, job) =>
                {
                    if (target != "Write" || name == "c x2")
                        return;
                    if (name == "a x2")
                    {
                        started.Set();
                        Assert.True(job.Cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(20)));
                        job.Cancellation.ThrowIfCancellationRequested();
                    }

                    started.Wait(TimeSpan.FromSeconds(20));
                    throw new InvalidOperationException("a defect");
                },
            },
        };

        var outcome = _sandbox.Run(build, "Write");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("a x2: aborted after", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_verb_is_named_with_its_message()
    {
        var build = new TextBuild { Probe = new Probe { OnNote = _ => throw new InvalidOperationException("no paper") } };

        var outcome = _sandbox.Run(build, "Ask", "--question", "why");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Ask failed after < 1sec: InvalidOperationException: no paper", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_job_finds_its_resume_folder_again_and_a_finished_one_leaves_none()
    {
        string? Find(bool fails)
        {
            string? found = null;
            var build = new TextBuild
            {
                Probe = new Probe
                {
                    Inside = (_, name, job) =>
                    {
                        if (name != "b x2")
                            return;
                        var state = Path.Combine(job.ResumeFolder, "state");
                        found = File.Exists(state) ? File.ReadAllText(state) : null;
                        File.WriteAllText(state, "half way");
                        if (fails)
                            throw new InvalidOperationException("killed");
                    },
                },
            };
            _sandbox.Run(build, "Write");
            return found;
        }

        Assert.Null(Find(fails: true));
        Assert.Equal("half way", Find(fails: false));
        Assert.Empty(Directory.GetDirectories(_sandbox.PathOf("artifacts/store/resume")));
    }

    private static TextBuild Failing(Func<Exception> failure) => new()
    {
        Probe = new Probe
        {
            Inside = (target, name, _) =>
            {
                if (target == "Upper" && name == "b x2")
                    throw failure();
            },
        },
    };
}
