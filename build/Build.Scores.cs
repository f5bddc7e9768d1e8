using Research.Jobs;
using Research.Mirage.Arithmetic;
using Research.Mirage.Emergence;
using Research.Mirage.Scores;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Reporting;
using Research.Reporting.Publishing;
using Research.Reporting.Templates;
using Research.Summaries;
using Research.Tables;

sealed partial class Build
{
    [Parameter("Scores of your own or of others: a table (CSV, CSV.gz, Parquet), a JSON result, or a folder of JSON results (docs/score-tables.md)")]
    readonly string? Scores;

    [Parameter("Which column of a score table plays which role, as family=suite+size,ignore=variant; without it the names decide")]
    readonly string ScoreColumns = "";

    [Parameter("Which rows of a score table to keep, a condition in SQL")]
    readonly string ScoreWhere = "";

    [Parameter("Directions of metrics that are not known here: metric=higher, metric=lower, or metric=skip")]
    readonly string[] Direction = [];

    [Parameter("Series drawn for each null distribution of the emergence score", Minimum = 1000)]
    readonly int ScoreDraws = NullDistribution.DefaultDraws;

    /// <summary>The user's scores; none without a file.</summary>
    IEnumerable<ScoreAnalysisSpec> ScoreItems => Scores is null ? [] : [new(new ScoreImportSpec(ScoreColumns, ScoreWhere, Direction), ScoreDraws)];

    IEnumerable<ScorePageSpec> ScorePageItems => ScoreItems.Select(_ => new ScorePageSpec(ScoreName, Profile));

    /// <summary>Our own models as a score table; none if there are too few sizes for a curve.</summary>
    IEnumerable<SummarySpec> SweepItems => ArithmeticWidths.Length >= EmergenceScore.FewestPoints ? [new("mirage.score")] : [];

    IEnumerable<ScoreAnalysisSpec> SweepAnalysisItems => SweepItems.Select(_ => new ScoreAnalysisSpec(new ScoreImportSpec("", "", []), ScoreDraws));

    string ScoreName => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Scores!))).Split('.')[0];

    Target<SummarySpec, ScoreTable> SweepTables => _ => _
        .Description("The scores of our own models as a table")
        .ForEach(SweepItems)
        .From(ArithmeticScores.All)
        .Into("metrics/sweep-tables")
        .Runs(SweepScores.Gather);

    Target<ScoreAnalysisSpec, ScoreReanalysis> SweepAnalyses => _ => _
        .Description("Emergence scores of our own models against null distributions")
        .ForEach(SweepAnalysisItems)
        .From(_ => SweepTables.For(SweepItems.Single()))
        .Resources(cores: AllCores)
        .Into("metrics/sweep-analyses")
        .Runs(ScoreAnalysis.Analyze);

    Target<SummarySpec, Table<Number>> SweepNumbers => _ => _
        .Description("Numbers of mirage.score and mirage.brier")
        .ForEach(SweepItems)
        .From(_ => SweepAnalyses.For(SweepAnalysisItems.Single()))
        .Into("metrics/sweep-numbers")
        .Runs(ScoreSummary.Summarize);

    Target<SummarySpec, Table<SweepCurveRow>> SweepCurves => _ => _
        .Description("Emergence scores of our own models, for drawing")
        .ForEach(new SummarySpec("mirage.score"))
        .From(SweepAnalyses.All)
        .Into("metrics/sweep-curves")
        .Runs(SweepScores.Curves);

    Target<ScoreImportSpec, ScoreTable> ScoreImports => _ => _
        .Description("Import scores of the user, with a data check")
        .ForEach(ScoreItems.Select(item => item.Import))
        .From(new UserPath(Scores, "--scores"))
        .Runs(ScoreImport.Import);

    Target<ScoreAnalysisSpec, ScoreReanalysis> ScoreAnalyses => _ => _
        .Description("Emergence scores against null distributions, metrics side by side")
        .ForEach(ScoreItems)
        .From(item => ScoreImports.For(item.Import))
        .Resources(cores: AllCores)
        .Runs(ScoreAnalysis.Analyze);

    Target<SummarySpec, Table<Number>> ScoreNumbers => _ => _
        .Description("Numbers of imported scores")
        .ForEach(ScoreItems.Select(_ => new SummarySpec("mirage.imported")))
        .From(_ => ScoreAnalyses.For(ScoreItems.Single()))
        .Into("metrics/score-numbers")
        .Runs(ScoreSummary.Summarize);

    Target<ScorePageSpec, Report> ScorePages => _ => _
        .Description("The page about imported scores")
        .ForEach(ScorePageItems)
        .From(_ => ScoreNumbers.For(new SummarySpec("mirage.imported")))
        .From(new NamedArtifacts(("scores", ScoreAnalyses.All)))
        .FromFolder<TemplateFolder>("report-templates")
        .Runs(ScorePageBuilder.Build);

    Target Mirage => _ => _
        .Description("Is it emergence or the metric? Asks scores of your own: --scores")
        .DependsOn(ScorePages)
        .Executes(() =>
        {
            if (Scores is null)
                throw new InputException("no scores are given", "--scores", "Give a file or folder; docs/score-tables.md says what can be read.");
            var page = ReportPublisher.Publish(
                Open(ScorePages.For(ScorePageItems.Single())), ProvenanceOf(Run), Path.Combine(ArtifactsDirectory, "mirage", ScoreName));
            Conclude(Path.GetRelativePath(RootDirectory, page));
        });
}
