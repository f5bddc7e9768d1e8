using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Skills.Bounds;
using Research.Skills.ComputeOptimal;
using Research.Skills.Mix;
using Research.Skills.Scaling;
using Research.Skills.Slingshot;
using Research.Summaries;
using Research.Tables;

sealed partial class Build
{
    [Parameter("Shares of failed texts at which performance curves of skills are computed; the first for every k", Above = 0, Maximum = 0.999)]
    readonly double[] SkillThetas = [];

    [Parameter("Numbers k of skills that a text needs at which performance curves are computed; the first for every share", Minimum = 1, Maximum = 1000)]
    readonly int[] SkillsOfTexts = [];

    [Parameter("Texts of a random graph of skills and texts; the graphs of many skills have twice as many", Minimum = 100)]
    readonly int SkillTexts;

    [Parameter("Random graphs of skills and texts for each adversary", Minimum = 2)]
    readonly int SkillGraphs;

    [Parameter("Random beginnings of the greedy adversary on each graph", Minimum = 1)]
    readonly int SkillStarts;

    [Parameter("Sizes k' of tuples of skills", Minimum = 1, Maximum = 64)]
    readonly int[] SkillTupleSizes = [];

    [Parameter("Tuples of skills to look at on each graph", Minimum = 20)]
    readonly int SkillTuples;

    [Parameter("Pieces of k' texts to draw on each graph", Minimum = 1)]
    readonly int SkillPieces;

    [Parameter("Budgets in each power of ten to divide between concepts and texts", Minimum = 1, Maximum = 1000)]
    readonly int SkillBudgets;

    [Parameter("Corpora of known content to draw for the novelty bound", Minimum = 2)]
    readonly int SkillCorpora;

    [Parameter("Shares of the texts of these corpora that hold all their skills; 1 draws skills independently", Above = 0, Maximum = 1)]
    readonly double[] SkillRichShares = [];

    /// <summary>The numbers of the theory of complex skills, and of compute-optimal size.</summary>
    ArtifactList<Table<Number>> SkillsNumbers => SkillBoundNumbers.All.And(SkillSlingshotNumbers.All).And(SkillScalingNumbers.All).And(SkillMixNumbers.All).And(SkillPlateauNumbers.All);

    /// <summary>Their measurements, by the names that figures and tables of the report query.</summary>
    IEnumerable<(string Name, Input Artifacts)> SkillsTables =>
    [
        ("skill_curves", SkillCurves.All),
        ("skill_adversaries", SkillAdversaries.All),
        ("skill_cloze", SkillCloze.All),
        ("skill_tuples", SkillSlingshot.All),
        ("skill_scaling", SkillScaling.All),
        ("skill_mix", SkillMix.All),
        ("skill_parrots", SkillParrots.All),
        ("skill_allocations", SkillAllocations.All),
        ("skill_plateaus", SkillPlateaus.All),
    ];

    /// <summary>Every share of failed texts at the first k, every k at the first share.</summary>
    IEnumerable<CompetenceCurveSpec> SkillCurveItems =>
        SkillsOfTexts.Select(k => new CompetenceCurveSpec(SkillThetas[0], k))
            .Union(SkillThetas.Select(theta => new CompetenceCurveSpec(theta, SkillsOfTexts[0])));

    /// <summary>Small graphs on which every set of skills is tried, equally frequent or not, and larger ones on which that cannot be.</summary>
    IEnumerable<AdversarySpec> SkillAdversaryItems =>
    [
        new AdversarySpec(Adversary.Exhaustive, 10, 4, 0.05, 0.2, SkillTexts, SkillGraphs).Validate(),
        new AdversarySpec(Adversary.Exhaustive, 10, 8, 0.05, 0.3, SkillTexts, SkillGraphs).Validate(),
        new AdversarySpec(Adversary.Exhaustive, 12, 8, 0.1, 0.25, SkillTexts, SkillGraphs).Validate(),
        new AdversarySpec(Adversary.Exhaustive, 10, 8, 0.05, 0.3, SkillTexts, SkillGraphs, Zipf: 1).Validate(),
        .. from adversary in new[] { Adversary.Random, Adversary.Greedy }
           from graph in new (int Skills, int K, double Alpha)[] { (50, 8, 0.2), (200, 4, 0.2), (1000, 16, 0.5) }
           select new AdversarySpec(adversary, graph.Skills, graph.K, 0.05, graph.Alpha, 2 * SkillTexts, SkillGraphs, SkillStarts).Validate(),
    ];

    Target<CompetenceCurveSpec, Table<CompetenceCurveRow>> SkillCurves => _ => _
        .Description("Competence that few failed texts imply, by share of skills")
        .ForEach(SkillCurveItems)
        .Into("metrics/skill-curves")
        .Runs(CompetenceCurve.Measure);

    Target<AdversarySpec, Table<AdversaryRow>> SkillAdversaries => _ => _
        .Description("The worst failures on random graphs of skills and texts")
        .ForEach(SkillAdversaryItems)
        .Resources(cores: 1)
        .Into("metrics/skill-adversaries")
        .Runs(AdversaryMeasurement.Measure);

    Target<ClozeErrorSpec, Table<ClozeErrorRow>> SkillCloze => _ => _
        .Description("From excess entropy to wrong answers")
        .ForEach(new ClozeErrorSpec())
        .Into("metrics/skill-cloze")
        .Runs(ClozeErrorMeasurement.Measure);

    Target<SummarySpec, Table<Number>> SkillBoundNumbers => _ => _
        .Description("Numbers of skills.competence")
        .ForEach(new SummarySpec("skills.competence"))
        .From(SkillCurves.All)
        .From(SkillAdversaries.All)
        .From(SkillCloze.All)
        .Into("metrics/skill-bound-numbers")
        .Runs(CompetenceSummary.Summarize);

    Target<SlingshotSpec, Table<SlingshotRow>> SkillSlingshot => _ => _
        .Description("The worst failures of tuples of skills in pieces of several texts")
        .ForEach(SkillTupleSizes.Select(size => new SlingshotSpec(size, SkillTexts, SkillGraphs, SkillTuples, SkillPieces).Validate()))
        .Resources(cores: 1)
        .Into("metrics/skill-slingshot")
        .Runs(SlingshotMeasurement.Measure);

    Target<SummarySpec, Table<Number>> SkillSlingshotNumbers => _ => _
        .Description("Numbers of skills.slingshot")
        .ForEach(new SummarySpec("skills.slingshot"))
        .From(SkillSlingshot.All)
        .Into("metrics/skill-slingshot-numbers")
        .Runs(SlingshotSummary.Summarize);

    Target<TupleScalingSpec, Table<TupleScalingRow>> SkillScaling => _ => _
        .Description("The largest tuple of skills that the bound promises, by scale")
        .ForEach(new TupleScalingSpec())
        .Into("metrics/skill-scaling")
        .Runs(TupleScalingMeasurement.Measure);

    Target<SummarySpec, Table<Number>> SkillScalingNumbers => _ => _
        .Description("Numbers of skills.scaling")
        .ForEach(new SummarySpec("skills.scaling"))
        .From(SkillScaling.All)
        .Into("metrics/skill-scaling-numbers")
        .Runs(TupleScalingSummary.Summarize);

    Target<AllocationSpec, Table<AllocationRow>> SkillAllocations => _ => _
        .Description("The best division of budgets between concepts and texts")
        .ForEach(Enum.GetValues<ScalingSigns>().Select(signs => new AllocationSpec(signs, SkillBudgets)))
        .Resources(cores: 1)
        .Into("metrics/skill-allocations")
        .Runs(AllocationMeasurement.Measure);

    Target<PlateauSpec, Table<PlateauRow>> SkillPlateaus => _ => _
        .Description("Accuracy on tasks of many levels of skills, by computation")
        .ForEach(Enum.GetValues<SkillLevelsVariant>().Select(variant => new PlateauSpec(variant)))
        .Into("metrics/skill-plateaus")
        .Runs(PlateauMeasurement.Measure);

    Target<SummarySpec, Table<Number>> SkillPlateauNumbers => _ => _
        .Description("Numbers of learners.plateaus")
        .ForEach(new SummarySpec("learners.plateaus"))
        .From(SkillAllocations.All)
        .From(SkillPlateaus.All)
        .Into("metrics/skill-plateau-numbers")
        .Runs(PlateauSummary.Summarize);

    Target<SkillMixSpec, Table<SkillMixRow>> SkillMix => _ => _
        .Description("How many successes on combinations of k skills must be novel")
        .ForEach(new SkillMixSpec())
        .Into("metrics/skill-mix")
        .Runs(SkillMixMeasurement.Measure);

    Target<ParrotSpec, Table<ParrotRow>> SkillParrots => _ => _
        .Description("What corpora of known content hold, beside what the novelty bound allows")
        .ForEach(SkillRichShares.Select(share => new ParrotSpec(share, SkillCorpora).Validate()))
        .Into("metrics/skill-parrots")
        .Runs(ParrotMeasurement.Measure);

    Target<SummarySpec, Table<Number>> SkillMixNumbers => _ => _
        .Description("Numbers of skills.mix")
        .ForEach(new SummarySpec("skills.mix"))
        .From(SkillMix.All)
        .From(SkillParrots.All)
        .Into("metrics/skill-mix-numbers")
        .Runs(SkillMixSummary.Summarize);
}
