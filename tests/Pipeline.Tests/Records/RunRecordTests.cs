using Research.Pipeline.Dsl;
using Research.Pipeline.Records;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Records;

public sealed class RunRecordTests
{
    [Fact]
    public void A_verb_sees_the_run_that_led_to_it()
    {
        using var sandbox = Sandbox.Bare();
        sandbox.Run(new RecordBuild(), all => all.Work);
        var build = new RecordBuild();

        Assert.Equal(0, sandbox.Run(build, all => all.Look).ExitCode);

        var run = build.Seen!;
        Assert.Equal("laptop", run.Profile);
        Assert.Equal(["Work", "Look"], run.Targets.Select(target => target.Name));
        Assert.Equal((JobStatus.Cached, 2, 2), (run.Targets[0].Status, run.Targets[0].Jobs, run.Targets[0].Cached));
        Assert.Equal(["Work"], run.Targets[1].DependsOn);
        Assert.Equal(["1", "2"], run.Jobs.Select(job => job.Job));
        Assert.StartsWith("<svg", run.GraphSvg, StringComparison.Ordinal);
        Assert.NotEmpty(run.Machine.OperatingSystem);
    }

    [Fact]
    public void The_commit_is_read_from_loose_and_packed_references_and_detached_heads_and_worktrees()
    {
        using var sandbox = Sandbox.Bare();
        var (first, second) = (new string('a', 40), new string('b', 40));
        Assert.Equal("", SourceRevision.Commit(sandbox.Root));

        sandbox.Write(".git/HEAD", "ref: refs/heads/main\n");
        Assert.Equal("", SourceRevision.Commit(sandbox.Root));
        sandbox.Write(".git/packed-refs", $"# pack-refs\n{first} refs/heads/main\n{second} refs/heads/other\n");
        Assert.Equal(first, SourceRevision.Commit(sandbox.Root));
        sandbox.Write(".git/refs/heads/main", $"{second}\n");
        Assert.Equal(second, SourceRevision.Commit(sandbox.Root));
        sandbox.Write(".git/HEAD", $"{first}\n");
        Assert.Equal(first, SourceRevision.Commit(sandbox.Root));

        sandbox.Write("tree/.git", $"gitdir: {sandbox.PathOf(".git/worktrees/tree")}\n");
        sandbox.Write(".git/worktrees/tree/HEAD", "ref: refs/heads/main\n");
        sandbox.Write(".git/worktrees/tree/commondir", "../..\n");
        Assert.Equal(second, SourceRevision.Commit(sandbox.PathOf("tree")));
    }

    private sealed class RecordBuild : ResearchBuild
    {
        public RunRecord? Seen { get; private set; }

        public Target<int, TextFile> Work => _ => _.ForEach(1, 2).Runs((item, output, _) => output.Text = $"{item}");

        public Target Look => _ => _.DependsOn(Work).Executes(() => Seen = Run);
    }
}
