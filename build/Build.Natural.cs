using Research.Evaluation.Natural;
using Research.Summaries;
using Research.Languages.LabelledText;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Tables;

sealed partial class Build
{
    [Parameter("Labelled text of your own, CSV or Parquet with the columns label and text; without it there is no natural text")]
    readonly string? LabelledText;

    [Parameter("Change labelled texts to lower case")]
    readonly bool LabelledTextLowerCase;

    [Parameter("Longest n-gram that models of labelled text may use", Minimum = 1, Maximum = 20)]
    readonly int NGramOrder = 5;

    [Parameter("Most held-out texts of the natural-text experiment", Minimum = 2)]
    readonly int HeldOutTexts = 2000;

    /// <summary>The user's text; none without a file.</summary>
    IEnumerable<LabelledTextSpec> NaturalTexts => LabelledText is null ? [] : [new(LabelledTextLowerCase)];

    IEnumerable<NaturalSpec> NaturalItems => NaturalTexts.Select(text => new NaturalSpec(text, NGramOrder, HeldOutTexts));

    Target<LabelledTextSpec, LabelledCorpus> LabelledTexts => _ => _
        .Description("Import labelled text of the user")
        .ForEach(NaturalTexts)
        .From(new UserFile(LabelledText, "--labelled-text"))
        .Runs(LabelledTextImport.Import);

    Target<NaturalSpec, Table<NaturalRow>> Natural => _ => _
        .Description("Posterior of natural text's label, by characters read")
        .ForEach(NaturalItems)
        .From(item => LabelledTexts.For(item.Import))
        .Into("metrics/natural")
        .Runs(NaturalMeasurement.Measure);

    Target<SummarySpec, Table<Number>> NaturalNumbers => _ => _
        .Description("Numbers of latent.natural")
        .ForEach(NaturalItems.Select(_ => new SummarySpec("latent.natural")))
        .From(_ => Natural.For(NaturalItems.Single()))
        .From(_ => LabelledTexts.For(NaturalTexts.Single()))
        .Into("metrics/natural-numbers")
        .Runs(NaturalSummary.Summarize);
}
