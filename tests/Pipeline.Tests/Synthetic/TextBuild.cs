using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;

namespace Research.Pipeline.Tests.Synthetic;

/// <summary>
/// A build of three targets: Write makes a text per letter, Upper changes it, Join puts all together; and some verbs.
/// What a test wants to see or to change in its jobs goes through its <see cref="Probe"/>.
/// </summary>
internal class TextBuild : ResearchBuild
{
#pragma warning disable CS0649 // The engine sets parameters by reflection.
    [Parameter("Letters to write")]
    private readonly string[] Letters = [];

    [Parameter("How often each letter is written", Minimum = 1, Maximum = 100)]
    private readonly int Times;

    [Parameter("Text between the letters")]
    private readonly string Separator = ", ";

    [Parameter("Exclaim")]
    private readonly bool Loud;

    [Parameter("A question", Targets = "Ask")]
    private readonly string Question = null!;
#pragma warning restore CS0649

    public Probe Probe { get; init; } = new();

    public IReadOnlyList<Letter> Items => [.. Letters.Select(letter => new Letter(letter[0], Times))];

    public Target<Letter, TextFile> Write => _ => _
        .Description("Write each letter some times")
        .ForEach(Items)
        .Runs(WriteText);

    public Target<Letter, TextFile> Upper => _ => _
        .Description("Change to capitals")
        .ForEach(Items)
        .From(letter => Write.For(letter))
        .Runs(UpperText);

    public Target<Joining, TextFile> Join => _ => _
        .Description("Put all texts together")
        .ForEach(new Joining(Separator, Loud))
        .From(Upper.All)
        .Runs(JoinTexts)
        .Into("joined");

    public Target<Joining, TextFile> Stop => _ => _
        .Unlisted()
        .ForEach(new Joining("", IsLoud: false))
        .From(Write.All)
        .Runs(StopTexts);

    public Target Print => _ => _
        .Description("Print the joined text")
        .DependsOn(Join)
        .Executes(() =>
        {
            Probe.Note($"Print {Open(Join.All)[0].Text}");
            ReportSummary("Length", Open(Join.For(new Joining(Separator, Loud))).Text.Length);
            Conclude("That was all.");
        });

    public Target Ask => _ => _
        .Description("Answer a question")
        .PrintsResult()
        .Executes(() => Probe.Note($"Ask {Question}"));

    public Target Hidden => _ => _
        .Unlisted()
        .OnlyWhenDynamic(() => Probe.IsOpen)
        .Executes(() => Probe.Note("Hidden"));

    private void WriteText(Letter letter, TextFile output, JobContext job) =>
        output.Text = Probe.Compute("Write", letter.ToString(), job, () => new string(letter.Symbol, letter.Times));

    private void UpperText(Letter letter, TextFile text, TextFile output, JobContext job) =>
        output.Text = Probe.Compute("Upper", letter.ToString(), job, () => text.Text.ToUpperInvariant());

    private void StopTexts(Joining how, IReadOnlyList<TextFile> texts, TextFile output, JobContext job) =>
        output.Text = Probe.Compute("Stop", how.ToString(), job, () => string.Concat(texts.Select(text => text.Text)));

    private void JoinTexts(Joining how, IReadOnlyList<TextFile> texts, TextFile output, JobContext job) =>
        output.Text = Probe.Compute("Join", how.ToString(), job, () =>
            string.Join(how.Separator, texts.Select(text => text.Text)) + (how.IsLoud ? "!" : ""));
}
