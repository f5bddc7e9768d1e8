using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Exchange;

/// <summary>Write stands for corpora, Echo for trainings on them; Again goes on from those.</summary>
internal sealed class ExchangeBuild : ResearchBuild
{
#pragma warning disable CS0649 // The engine sets parameters by reflection.
    [Parameter("How often a letter is written")]
    private readonly int Times = 2;

    [Parameter("Where to import from", Targets = nameof(Import))]
    private readonly string? From;

    [Parameter("Where to export to", Targets = nameof(Export))]
    private readonly string? To;
#pragma warning restore CS0649

    /// <summary>Names of the targets whose jobs ran.</summary>
    public List<string> Ran { get; } = [];

    /// <summary>Changes what Echo writes: a machine that computes wrongly.</summary>
    public string Error { get; init; } = "";

    public Target<Letter, TextFile> Write => _ => _
        .ForEach(Letters)
        .Runs(WriteText);

    public Target<Letter, TextFile> Echo => _ => _
        .ForEach(Letters)
        .From(letter => Write.For(letter))
        .Runs(EchoText);

    public Target<Letter, TextFile> Again => _ => _
        .ForEach(Letters)
        .From(letter => Echo.For(letter))
        .Runs(AgainText);

    public Target Export => _ => _
        .DependsOn(Write)
        .Executes(() =>
        {
            var done = ExportInputs([Echo, Again], To!);
            Conclude($"exported {done.Inputs} for {done.Jobs}");
        });

    public Target Import => _ => _.Executes(() =>
    {
        var done = ImportResults(From!);
        Conclude($"imported {done.Taken.Count}, present {done.Present}, {done.Bytes} bytes");
    });

    private Letter[] Letters => [new('a', Times), new('b', Times)];

    private void WriteText(Letter letter, TextFile output, JobContext job) => output.Text = Done(nameof(Write), new(letter.Symbol, letter.Times));

    private void EchoText(Letter letter, TextFile text, TextFile output, JobContext job) => output.Text = Done(nameof(Echo), text.Text + Error);

    private void AgainText(Letter letter, TextFile text, TextFile output, JobContext job) => output.Text = Done(nameof(Again), text.Text + text.Text);

    private string Done(string target, string text)
    {
        lock (Ran)
            Ran.Add(target);
        return text;
    }
}
