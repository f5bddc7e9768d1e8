using Research.Mirage.Toy;
using Research.Pipeline.Dsl;
using Research.Summaries;
using Research.Tables;

sealed partial class Build
{
    /// <summary>The numbers of the claims about metrics.</summary>
    ArtifactList<Table<Number>> MirageNumbers => ToyNumbers.All;

    /// <summary>Their measurements, by the names that figures and tables of the report query.</summary>
    IEnumerable<(string Name, Input Artifacts)> MirageTables =>
    [
        ("toy", Toy.All),
    ];

    Target<ToySpec, Table<ToyRow>> Toy => _ => _
        .Description("The toy model of emergence over sizes and target lengths")
        .ForEach(new ToySpec().Validate())
        .Into("metrics/toy")
        .Runs(ToyMeasurement.Measure);

    Target<SummarySpec, Table<Number>> ToyNumbers => _ => _
        .Description("Numbers of mirage.toy")
        .ForEach(new SummarySpec("mirage.toy"))
        .From(Toy.All)
        .Into("metrics/toy-numbers")
        .Runs(ToySummary.Summarize);
}
