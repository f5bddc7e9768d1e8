using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Skills.Association;
using Research.Skills.Classes;
using Research.Skills.Compression;
using Research.Skills.Hierarchy;
using Research.Skills.Learners;
using Research.Summaries;
using Research.Tables;

sealed partial class Build
{
    [Parameter("D of the abstract learners: how many novel skills of a text they learn at once", Minimum = 1, Maximum = 150)]
    readonly int[] LearnerLimits = [];

    [Parameter("Mean skills of a text for each of these learners; above its critical load", Above = 0, Maximum = 500)]
    readonly double[] LearnerLoads = [];

    [Parameter("Ratios of texts to skills at which learners are followed round by round, as multiples of the emergence threshold", Above = 0)]
    readonly double[] LearnerDistances = [];

    [Parameter("Skills of the graphs that are followed round by round", Minimum = 100)]
    readonly int LearnerSkills;

    [Parameter("Random graphs for every estimate of the abstract learners", Minimum = 2)]
    readonly int LearnerGraphs;

    [Parameter("Skills of the graphs on which thresholds are measured, rising", Minimum = 500)]
    readonly int[] ThresholdSkills = [];

    [Parameter("Skills of all graphs of one such size together: smaller graphs are more; 40 to 3,000 of each size", Minimum = 1)]
    readonly int ThresholdBudget;

    [Parameter("Skills of the graphs of the scaling law; a quarter as many fresh texts test a learner", Minimum = 1000)]
    readonly int ScalingSkills;

    [Parameter("Skills of the association graphs", Minimum = 1000)]
    readonly int AssociationSkills;

    [Parameter("Basic skills, and as many domain skills, of the fine-tuned learners", Minimum = 1000)]
    readonly int HierarchySkills;

    [Parameter("Skills of the largest class where there are several", Minimum = 1000)]
    readonly int ClassSkills;

    [Parameter("Texts that are sent, compressed, at each ratio", Minimum = 10)]
    readonly int CompressionTexts;

    /// <summary>The numbers of the theory of abstract learners.</summary>
    ArtifactList<Table<Number>> LearnersNumbers =>
        LearnerEvolutionNumbers.All.And(LearnerEnsembleNumbers.All).And(LearnerThresholdNumbers.All).And(LearnerScalingNumbers.All).And(LearnerAssociationNumbers.All)
            .And(LearnerHierarchyNumbers.All).And(LearnerClassNumbers.All).And(LearnerCompressionNumbers.All);

    /// <summary>Its measurements, by the names that figures and tables of the report query.</summary>
    IEnumerable<(string Name, Input Artifacts)> LearnersTables =>
    [
        ("learner_evolution", LearnerEvolution.All),
        ("learner_emergence", LearnerEmergence.All),
        ("learner_ensembles", LearnerEnsembles.All),
        ("learner_phases", LearnerPhases.All),
        ("learner_scaling", LearnerScaling.All),
        ("learner_association", LearnerAssociation.All),
        ("learner_hierarchy", LearnerHierarchy.All),
        ("learner_classes", LearnerClasses.All),
        ("learner_compression", LearnerCompression.All),
    ];

    IEnumerable<(int Limit, double Load)> Learners => LearnerLoads.Length == LearnerLimits.Length
        ? LearnerLimits.Zip(LearnerLoads)
        : throw new InputException(
            $"there are {LearnerLoads.Length} loads for {LearnerLimits.Length} learners", nameof(LearnerLoads), "Give one for each of LearnerLimits.");

    IEnumerable<int> LearnerSeeds => Enumerable.Range(1, LearnerGraphs);

    /// <summary>The interval of a rate over three graphs would be too wide to judge it by.</summary>
    IEnumerable<int> ScalingSeeds => Enumerable.Range(1, 3 * LearnerGraphs);

    /// <summary>Where there is a threshold, and at two thirds of the critical load, where there is none.</summary>
    IEnumerable<ThresholdSpec> ThresholdItems =>
        from learner in Learners.Append((LearnerLimits[0], Math.Round(EmergenceThreshold.CriticalLoad(LearnerLimits[0]) * 2 / 3, 1)))
        from skills in ThresholdSkills
        select new ThresholdSpec(learner.Item1, learner.Item2, skills, Math.Clamp(ThresholdBudget / skills, 40, 3000));

    /// <summary>Foundations from good to bad, for a 1-skill and a 2-skill learner; ratios as multiples of the threshold without gaps.</summary>
    IEnumerable<HierarchySpec> HierarchyItems =>
        from setting in new (int Limit, double Load, double Ratio, double BasicLoad, double DomainLoad)[]
        {
            (1, 3, 1.1, 2, 3), (1, 2, 1, 2, 3), (1, 3, 1, 2, 3), (2, 5, 0.6, 1, 5), (2, 5, 0.45, 1, 5),
        }
        from graph in LearnerSeeds
        let threshold = EmergenceThreshold.Of(setting.Limit, setting.DomainLoad).Ratio
        let ratios = HierarchyMultiples.Select(multiple => Math.Round(multiple * threshold, 3)).ToList()
        select new HierarchySpec(setting.Limit, setting.Load, setting.Ratio, setting.BasicLoad, setting.DomainLoad, ratios, HierarchySkills, graph);

    /// <summary>Texts that are not Poisson, head starts, and a learner of another success probability.</summary>
    IEnumerable<EnsembleSpec> EnsembleItems =>
        from setting in new (string Name, int Limit, double[] Sizes, double Known, double Distracted)[]
        {
            ("3 skills each", 1, TextSizes.Fixed(3), 0, 0),
            ("3 skills each, 10 % known", 1, TextSizes.Fixed(3), 0.1, 0),
            ("3 skills each, 40 % known", 1, TextSizes.Fixed(3), 0.4, 0),
            ("1 or 5 skills", 1, TextSizes.Mixed((1, 0.5), (5, 0.5)), 0, 0),
            ("heavy tail", 1, TextSizes.HeavyTail(30), 0, 0),
            ("Poisson(3), 10 % known", 1, TextSizes.Poisson(3), 0.1, 0),
            ("Poisson(3), 40 % known", 1, TextSizes.Poisson(3), 0.4, 0),
            ("Poisson(5), distracted", 2, TextSizes.Poisson(5), 0, 0.5),
        }
        from graph in LearnerSeeds
        select new EnsembleSpec(setting.Name, setting.Limit, setting.Sizes, setting.Known, setting.Distracted, EnsembleRatios, ClassSkills, graph);

    static double[] EnsembleRatios => [.. Enumerable.Range(1, 30).Select(step => step / 10.0)];

    static double[] HierarchyMultiples => [0.25, 0.5, 0.75, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2, 2.2, 2.5, 3, 3.5, 4, 4.5];

    static double[] AssociationRatios => [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.6, 2];

    static double[] CompressionRatios => [0.2, 0.4, 0.6, 0.8, 0.9, 1, 1.05, 1.1, 1.2, 1.35, 1.5, 1.75, 2, 2.5];

    IEnumerable<ClassSpec> ClassItems =>
        from setting in new (string Name, int Limit, double[][] Loads, double[] Skills, double[] Texts)[]
        {
            ("a", 1, [[2, 1], [0.5, 3]], [1, 0.75], [1, 0.75]),
            ("b", 1, [[3, 0.5], [1, 2]], [1, 1], [0.6, 0.6]),
            ("c", 1, [[2, 2], [0, 1.5]], [0.75, 0.75], [0.5, 1.125]),
            ("d", 2, [[2, 1], [0.5, 3]], [1, 0.75], [0.6, 0.45]),
        }
        from graph in LearnerSeeds
        select new ClassSpec(
            setting.Name, setting.Limit, setting.Loads, [.. setting.Skills.Select(OfClassSkills)], [.. setting.Texts.Select(OfClassSkills)], graph);

    int OfClassSkills(double share) => (int)(share * ClassSkills);

    Target<EvolutionSpec, Table<EvolutionRow>> LearnerEvolution => _ => _
        .Description("Learners on large random graphs, round by round")
        .ForEach(from learner in Learners
                 from distance in LearnerDistances
                 from graph in LearnerSeeds
                 select new EvolutionSpec(learner.Limit, learner.Load, distance, LearnerSkills, graph))
        .Into("metrics/learner-evolution")
        .Runs(EvolutionMeasurement.Measure);

    Target<EnsembleSpec, Table<EnsembleRow>> LearnerEnsembles => _ => _
        .Description("Learners of texts of other sizes, with a head start, or distracted")
        .ForEach(EnsembleItems)
        .Into("metrics/learner-ensembles")
        .Runs(EnsembleMeasurement.Measure);

    Target<ThresholdSpec, Table<EmergenceRow>> LearnerEmergence => _ => _
        .Description("The ratio at which random graphs of each size emerge")
        .ForEach(ThresholdItems)
        .Into("metrics/learner-emergence")
        .Runs(ThresholdMeasurement.Measure);

    Target<PhaseSpec, Table<PhaseRow>> LearnerPhases => _ => _
        .Description("Thresholds over the load, in closed form")
        .ForEach(LearnerLimits.Select(limit => new PhaseSpec(limit, MostMultiple: 2, Points: 60)))
        .Into("metrics/learner-phases")
        .Runs(PhaseMeasurement.Measure);

    Target<ScalingSpec, Table<ScalingRow>> LearnerScaling => _ => _
        .Description("Testing error over the ratio of texts to skills")
        .ForEach(from learner in Learners
                 from graph in ScalingSeeds
                 select new ScalingSpec(learner.Limit, learner.Load, [.. Enumerable.Range(1, 20).Select(step => step / 2.0)], ScalingSkills, graph))
        .Into("metrics/learner-scaling")
        .Runs(ScalingMeasurement.Measure);

    Target<AssociationSpec, Table<AssociationRow>> LearnerAssociation => _ => _
        .Description("Components of associated skills")
        .ForEach(from load in new double[] { 1, 2, 3, 4 }
                 from graph in LearnerSeeds
                 select new AssociationSpec(load, AssociationRatios, AssociationSkills, graph))
        .Into("metrics/learner-association")
        .Runs(AssociationMeasurement.Measure);

    Target<HierarchySpec, Table<HierarchyRow>> LearnerHierarchy => _ => _
        .Description("Fine-tuning on foundations, good and bad")
        .ForEach(HierarchyItems)
        .Into("metrics/learner-hierarchy")
        .Runs(HierarchyMeasurement.Measure);

    Target<ClassSpec, Table<ClassRow>> LearnerClasses => _ => _
        .Description("Learners of several classes of skills and texts")
        .ForEach(ClassItems)
        .Into("metrics/learner-classes")
        .Runs(ClassMeasurement.Measure);

    Target<CompressionSpec, Table<CompressionRow>> LearnerCompression => _ => _
        .Description("Texts sent as sets of skills")
        .ForEach(LearnerSeeds.Select(graph => new CompressionSpec(Load: 3, CompressionRatios, Skills: 1000, Letters: 50, CompressionTexts, graph)))
        .Into("metrics/learner-compression")
        .Runs(CompressionMeasurement.Measure);

    Target<SummarySpec, Table<Number>> LearnerEvolutionNumbers => _ => _
        .Description("Numbers of learners.evolution")
        .ForEach(new SummarySpec("learners.evolution"))
        .From(LearnerEvolution.All)
        .Into("metrics/learner-evolution-numbers")
        .Runs(EvolutionSummary.Summarize);

    Target<SummarySpec, Table<Number>> LearnerEnsembleNumbers => _ => _
        .Description("Numbers of texts of other sizes, head starts and distraction")
        .ForEach(new SummarySpec("learners.evolution"))
        .From(LearnerEnsembles.All)
        .Into("metrics/learner-ensemble-numbers")
        .Runs(EnsembleSummary.Summarize);

    Target<SummarySpec, Table<Number>> LearnerThresholdNumbers => _ => _
        .Description("Numbers of learners.threshold")
        .ForEach(new SummarySpec("learners.threshold"))
        .From(LearnerEmergence.All)
        .Into("metrics/learner-threshold-numbers")
        .Runs(ThresholdSummary.Summarize);

    Target<SummarySpec, Table<Number>> LearnerScalingNumbers => _ => _
        .Description("Numbers of learners.scaling")
        .ForEach(new SummarySpec("learners.scaling"))
        .From(LearnerScaling.All)
        .Into("metrics/learner-scaling-numbers")
        .Runs(ScalingSummary.Summarize);

    Target<SummarySpec, Table<Number>> LearnerAssociationNumbers => _ => _
        .Description("Numbers of learners.association")
        .ForEach(new SummarySpec("learners.association"))
        .From(LearnerAssociation.All)
        .Into("metrics/learner-association-numbers")
        .Runs(AssociationSummary.Summarize);

    Target<SummarySpec, Table<Number>> LearnerHierarchyNumbers => _ => _
        .Description("Numbers of learners.hierarchy")
        .ForEach(new SummarySpec("learners.hierarchy"))
        .From(LearnerHierarchy.All)
        .Into("metrics/learner-hierarchy-numbers")
        .Runs(HierarchySummary.Summarize);

    Target<SummarySpec, Table<Number>> LearnerClassNumbers => _ => _
        .Description("Numbers of learners.classes")
        .ForEach(new SummarySpec("learners.classes"))
        .From(LearnerClasses.All)
        .Into("metrics/learner-class-numbers")
        .Runs(ClassSummary.Summarize);

    Target<SummarySpec, Table<Number>> LearnerCompressionNumbers => _ => _
        .Description("Numbers of learners.compression")
        .ForEach(new SummarySpec("learners.compression"))
        .From(LearnerCompression.All)
        .Into("metrics/learner-compression-numbers")
        .Runs(CompressionSummary.Summarize);
}
