using Research.Pipeline.CommandLine;
using Research.Pipeline.Dsl;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Dsl;

public sealed class WrongDefinitionTests : IDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Bare();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData(
        nameof(WrongBuild.UnknownItem),
        "UnknownItem / 1, input 'input': it asks target Fine for the item '7', which is none of its 2 items. Add the item to Fine.ForEach(...) or ask for another.")]
    [InlineData(nameof(WrongBuild.SameNames), "target SameNames: two items are named 'x'.")]
    [InlineData(nameof(WrongBuild.NoName), "target NoName: the text of item 1 is empty or has several lines.")]
    [InlineData(nameof(WrongBuild.NoStage), "target NoStage: the definition has no Runs(...). Name the stage's function.")]
    [InlineData(nameof(WrongBuild.NoItems), "target NoItems: the definition has no ForEach(...).")]
    [InlineData(nameof(WrongBuild.TwoStages), "target TwoStages: Runs(...) is called twice.")]
    [InlineData(nameof(WrongBuild.TwoLists), "target TwoLists: ForEach(...) is called twice.")]
    [InlineData(nameof(WrongBuild.NoAction), "target NoAction: the definition has neither Executes(...) nor DependsOn(...).")]
    [InlineData(nameof(WrongBuild.Stranger), "target Stranger, DependsOn: a delegate is used as a target that no property of the build class returns.")]
    [InlineData(nameof(WrongBuild.Egg), "build: the targets wait for each other: Hen <- Egg <- Hen. Remove one of these dependencies.")]
    [InlineData(nameof(WrongBuild.Self), "Self / 1: it needs its own artifact. Break the cycle of its inputs.")]
    [InlineData(nameof(WrongBuild.Shared), "target Shared, Into: its folder 'fine' is also that of Fine. Give each a folder of its own.")]
    [InlineData(nameof(WrongBuild.Outside), "target Outside, Into: artifacts cannot be shown in '../x'. Name a folder below that of the profile.")]
    [InlineData(nameof(WrongBuild.BadSpec), "target BadSpec: width 7 is not divisible by 8 heads. Correct the parameters of the profile, or the definition.")]
    [InlineData(nameof(WrongBuild.NoKey), "NoKey / moment: spec.Address: a value of type System.Uri cannot be part of a key")]
    public void A_wrong_definition_is_told_by_the_name_of_the_target(string target, string message)
    {
        var outcome = _sandbox.Run(new WrongBuild(), all => all.Good, target);

        Assert.NotEqual(ExitCode.Succeeded, outcome.ExitCode);
        Assert.Contains(message, outcome.Error + outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_definition_does_not_disturb_runs_of_others() =>
        Assert.Equal(ExitCode.Succeeded, _sandbox.Run(new WrongBuild(), all => all.Good).ExitCode);

    [Fact]
    public void Two_targets_that_differ_only_in_case_are_refused()
    {
        var outcome = _sandbox.Run(new TwinBuild(), all => all.Twin);

        Assert.Equal(ExitCode.BadUsage, outcome.ExitCode);
        Assert.Equal("TwinBuild: two targets are named 'twin'. Rename one of them.\n", outcome.Error);
    }

    [Fact]
    public void A_verb_that_opens_what_it_does_not_depend_on_is_told_to()
    {
        var outcome = _sandbox.Run(new WrongBuild(), all => all.Opens);

        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Contains(
            "target Opens: it opens the artifact of Fine, which takes no part in the run. Add DependsOn(...) to its definition.",
            outcome.Output,
            StringComparison.Ordinal);
    }

    private sealed record Named(string Name, int Value)
    {
        public override string ToString() => Name;
    }

    private sealed record Keyless(Uri Address)
    {
        public override string ToString() => "moment";
    }

    private sealed class TwinBuild : ResearchBuild
    {
        public Target Twin => _ => _.Executes(() => { });

        public Target twin => _ => _.Executes(() => { });
    }

    private sealed class WrongBuild : ResearchBuild
    {
        private static readonly Target Loose = _ => _.Executes(() => { });

        public Target Good => _ => _.Executes(() => { });

        public Target<int, TextFile> Fine => _ => _.ForEach(1, 2).Runs((item, output, _) => output.Text = $"{item}");

        public Target<int, TextFile> UnknownItem => _ => _
            .ForEach(1).From(_ => Fine.For(7)).Runs((_, input, output, _) => output.Text = input.Text);

        public Target<Named, TextFile> SameNames => _ => _
            .ForEach(new Named("x", 1), new Named("x", 2)).Runs((_, output, _) => output.Text = "");

        public Target<string, TextFile> NoName => _ => _.ForEach("").Runs((_, output, _) => output.Text = "");

        public Target<int, TextFile> NoStage => _ => _.ForEach(1);

        public Target<int, TextFile> NoItems => _ => _.Runs((_, output, _) => output.Text = "");

        public Target<int, TextFile> TwoStages => _ => _
            .ForEach(1).Runs((_, output, _) => output.Text = "").Runs((_, output, _) => output.Text = "");

        public Target<int, TextFile> TwoLists => _ => _.ForEach(1).ForEach(2).Runs((_, output, _) => output.Text = "");

        public Target NoAction => _ => _.Description("Nothing");

        public Target Stranger => _ => _.DependsOn(Loose);

        public Target Egg => _ => _.DependsOn(Hen);

        public Target Hen => _ => _.DependsOn(Egg);

        public Target<int, TextFile> Self => _ => _
            .ForEach(1).From(item => Self.For(item)).Runs((_, input, output, _) => output.Text = input.Text);

        public Target<Keyless, TextFile> NoKey => _ => _
            .ForEach(new Keyless(new Uri("https://example.org"))).Runs((_, output, _) => output.Text = "");

        public Target<int, TextFile> Shared => _ => _
            .ForEach(1).From(_ => Fine.For(1)).Runs((_, input, output, _) => output.Text = input.Text).Into("fine");

        public Target<int, TextFile> Outside => _ => _.ForEach(1).Runs((_, output, _) => output.Text = "").Into("../x");

        public Target<int, TextFile> BadSpec => _ => _
            .ForEach(Enumerable.Range(7, 1).Select(int (width) => throw new ArgumentException($"width {width} is not divisible by 8 heads")))
            .Runs((_, output, _) => output.Text = "");

        public Target Opens => _ => _.Executes(() => Assert.NotNull(Open(Fine.For(1))));
    }
}
