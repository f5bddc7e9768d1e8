using Research.Pipeline.Dsl;
using Research.Reporting;
using Research.Reporting.Publishing;
using Research.Reporting.Templates;
using Research.Tables;

sealed partial class Build
{
    ReportSpec ReportItem => new(Profile);

    /// <summary>The numbers of the latent space theory.</summary>
    ArtifactList<Table<Number>> LatentNumbers =>
        DensityNumbers.All.And(SparsityNumbers.All).And(UnderstandingNumbers.All).And(InContextNumbers.All).And(ProductBoundNumbers.All)
            .And(TuningNumbers.All).And(SparsityViolationNumbers.All).And(NewIntentionNumbers.All).And(ScaleNumbers.All).And(GincNumbers.All).And(NaturalNumbers.All)
            .And(ChainOfThoughtNumbers.All).And(StepInformationNumbers.All).And(ChainCoverageNumbers.All);

    /// <summary>Its measurements, by the names that figures and tables of the report query.</summary>
    IEnumerable<(string Name, Input Artifacts)> LatentTables =>
    [
        ("density", Density.All),
        ("sparsity", Sparsity.All),
        ("understanding", Understanding.All),
        ("icl", InContext.All),
        ("product_bound", ProductBound.All),
        ("overlap_ambiguity", OverlapAmbiguities.All),
        ("sparsity_violation", SparsityViolation.All),
        ("new_intention", NewIntention.All),
        ("scale", Scale.All),
        ("ginc_prompts", GincPrompting.All),
        ("ginc_course", GincCourse.All),
        ("tuning_course", TuningCourses.All),
        ("natural", Natural.All),
        ("chain_of_thought", ChainOfThought.All),
        ("step_information", StepInformation.All),
    ];

    Target<ReportSpec, Report> Render => _ => _
        .Description("Judge the claims, draw the figures, fill the templates")
        .ForEach(ReportItem)
        .From(LatentNumbers.And(SkillsNumbers).And(MirageNumbers).And(ScoreNumbers.All).And(SweepNumbers.All).And(LearnersNumbers).And(LearnedNumbers).And(VisionNumbers.All))
        .From(new NamedArtifacts([.. LatentTables, .. SkillsTables, .. MirageTables, .. LearnersTables, .. LearnedTables, .. VisionTables]))
        .FromFolder<TemplateFolder>("report-templates")
        .Runs(ReportBuilder.Build);

    Target Report => _ => _
        .Description("Publish the report with its provenance")
        .DependsOn(Render)
        .Executes(() =>
        {
            var report = Open(Render.For(ReportItem));
            var page = ReportPublisher.Publish(report, ProvenanceOf(Run), Path.Combine(ArtifactsDirectory, "report"));
            Conclude(report.Summary);
            Conclude(Path.GetRelativePath(RootDirectory, page));
        });
}
