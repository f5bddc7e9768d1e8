using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Explain;

public sealed class DryRunTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_dry_run_lists_what_would_run_and_why_in_a_word()
    {
        _sandbox.Run("--letters", "a,b");

        var outcome = _sandbox.Run("Print", "--dry-run");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Ran);
        Assert.Equal("""
            Write  2 of 3 cached, 1 would run
              c x2: never ran
            Upper  2 of 3 cached, 1 would run
              c x2: depends on Write
            Join  0 of 1 cached, 1 would run
              all: depends on Upper
            Print  would run
            7 jobs: 4 cached, 3 would run. Nothing was executed.

            """, outcome.Output);
    }

    [Fact]
    public void Many_jobs_with_the_same_reason_are_counted_unless_the_user_wants_to_see_them_all()
    {
        var few = _sandbox.Run("Write", "--dry-run", "--letters", "a,b,c,d").Output;
        var all = _sandbox.Run("Write", "--dry-run", "--letters", "a,b,c,d", "--verbosity", "verbose").Output;

        Assert.Contains("\n  4 jobs: never ran\n", few, StringComparison.Ordinal);
        Assert.Contains("\n  d x2: never ran\n", all, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_dry_run_foretells_comes_true()
    {
        _sandbox.Run("--letters", "a,b");
        Assert.Contains("7 jobs: 4 cached, 3 would run.", _sandbox.Run("--dry-run").Output, StringComparison.Ordinal);

        Assert.Equal(3, _sandbox.Run().Ran.Count);
    }
}
