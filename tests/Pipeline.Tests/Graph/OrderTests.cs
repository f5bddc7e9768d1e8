using Research.Pipeline.Dsl;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Graph;

public sealed class OrderTests : IDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Bare();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Depends_on_brings_a_target_into_the_run_and_runs_it_first()
    {
        var build = new OrderBuild();

        _sandbox.Run(build, all => all.Last);

        Assert.Equal(["First", "Last"], build.Order);
    }

    [Theory]
    [InlineData("Late", "Late")]
    [InlineData("Late First", "First Late")]
    [InlineData("First Late", "First Late")]
    public void After_only_sets_the_order(string targets, string expected)
    {
        var build = new OrderBuild();

        _sandbox.Run(build, all => all.Last, targets.Split(' '));

        Assert.Equal(expected.Split(' '), build.Order);
    }

    [Fact]
    public void A_target_whose_static_condition_fails_is_skipped_with_what_only_it_depends_on()
    {
        var build = new OrderBuild();

        var outcome = _sandbox.Run(build, all => all.Skipped);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(build.Order);
        Assert.Contains("// OnlyWhen: () => !IsLocalBuild", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_may_fail_does_not_stop_the_ones_after_it_but_the_run_has_failed()
    {
        var build = new OrderBuild();

        var outcome = _sandbox.Run(build, all => all.AfterFailure);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(["AfterFailure"], build.Order);
    }

    [Fact]
    public void A_verb_runs_alone()
    {
        var build = new OrderBuild();

        _sandbox.Run(build, all => all.Last, "Alone", "Jobs", "--jobs", "4");

        Assert.True(build.WasAlone);
    }

    private sealed class OrderBuild : ResearchBuild
    {
        private int _running;

        public List<string> Order { get; } = [];

        public bool WasAlone { get; private set; }

        public Target First => _ => _.Executes(() => Order.Add("First"));

        public Target Last => _ => _.DependsOn(First).Executes(() => Order.Add("Last"));

        public Target Late => _ => _.After(First).Executes(() => Order.Add("Late"));

        public Target Skipped => _ => _.DependsOn(First).OnlyWhenStatic(() => !IsLocalBuild).Executes(() => Order.Add("Skipped"));

        public Target Fails => _ => _.ProceedAfterFailure().Executes(() => throw new InvalidOperationException("it fails"));

        public Target AfterFailure => _ => _.DependsOn(Fails).Executes(() => Order.Add("AfterFailure"));

        public Target<int, TextFile> Jobs => _ => _.ForEach(1, 2, 3).Runs((_, output, _) =>
        {
            Interlocked.Increment(ref _running);
            Thread.Sleep(20);
            output.Text = "";
            Interlocked.Decrement(ref _running);
        });

        public Target Alone => _ => _.Executes(() =>
        {
            WasAlone = _running == 0;
            Thread.Sleep(20);
            WasAlone &= _running == 0;
        });
    }
}
