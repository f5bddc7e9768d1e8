using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Dsl;

public sealed class NamedArtifactsTests : IDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Bare();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_stage_gets_artifacts_of_several_targets_under_the_names_of_the_plan_and_in_its_order()
    {
        var outcome = _sandbox.Run(new GatheringBuild("small"), all => all.Gather);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("small=a small=b large=A", _sandbox.Read("artifacts/laptop/gather/gather/text.txt"));
        Assert.Equal(["parts.large[0]", "parts.small[0]", "parts.small[1]"], Inputs("Gather", "gather"));
    }

    [Fact]
    public void Another_name_is_another_key()
    {
        _sandbox.Run(new GatheringBuild("small"), all => all.Gather);

        var outcome = _sandbox.Run(new GatheringBuild("tiny"), all => all.Gather);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("tiny=a tiny=b large=A", _sandbox.Read("artifacts/laptop/gather/gather/text.txt"));
    }

    [Fact]
    public void Lists_of_two_targets_join_into_one()
    {
        var outcome = _sandbox.Run(new GatheringBuild("small"), all => all.Join);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("a b A", _sandbox.Read("artifacts/laptop/join/join/text.txt"));
        Assert.Equal(["texts[0]", "texts[1]", "texts[2]"], Inputs("Join", "join"));
    }

    private IEnumerable<string> Inputs(string target, string job) => _sandbox.ComponentsOf(target, job)
        .Where(component => component.StartsWith("input.", StringComparison.Ordinal))
        .Select(component => component["input.".Length..]);

    private sealed record Word(string Text)
    {
        public override string ToString() => Text;
    }

    private sealed class GatheringBuild(string nameOfSmall) : ResearchBuild
    {
        public Target<Word, TextFile> Small => _ => _
            .ForEach(new Word("a"), new Word("b"))
            .Runs(Write);

        public Target<Word, TextFile> Large => _ => _
            .ForEach(new Word("A"))
            .Runs(Write);

        public Target<Word, TextFile> Gather => _ => _
            .ForEach(new Word("gather"))
            .From(new NamedArtifacts((nameOfSmall, Small.All), ("large", Large.For(new Word("A")))))
            .Runs(GatherTexts);

        public Target<Word, TextFile> Join => _ => _
            .ForEach(new Word("join"))
            .From(Small.All.And(Large.All))
            .Runs(JoinTexts);

        private static void Write(Word item, TextFile output, JobContext job) => output.Text = item.Text;

        private static void GatherTexts(Word item, IReadOnlyList<NamedArtifact> parts, TextFile output, JobContext job) =>
            output.Text = string.Join(' ', parts.Select(part => $"{part.Name}={TextFile.Open(part.Folder).Text}"));

        private static void JoinTexts(Word item, IReadOnlyList<TextFile> texts, TextFile output, JobContext job) =>
            output.Text = string.Join(' ', texts.Select(text => text.Text));
    }
}
