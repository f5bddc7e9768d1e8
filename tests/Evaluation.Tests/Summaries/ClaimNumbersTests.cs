using Research.Evaluation.ChainOfThought;
using Research.Evaluation.Density;
using Research.Evaluation.Ginc;
using Research.Evaluation.InContext;
using Research.Evaluation.NewIntention;
using Research.Evaluation.ProductBound;
using Research.Evaluation.Scale;
using Research.Evaluation.Sparsity;
using Research.Evaluation.SparsityViolation;
using Research.Summaries;
using Research.Evaluation.Tests.Ginc;
using Research.Evaluation.Tests.Tuning;
using Research.Evaluation.Tuning;
using Research.Evaluation.Understanding;
using Research.Jobs;
using Research.Languages.Chains;
using Research.Languages.DoublyEmbedded;
using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Evaluation.Tests.Summaries;

/// <summary>The experiments and the claims of the report agree on the names of numbers.</summary>
public sealed class ClaimNumbersTests
{
    [Fact]
    public void Every_claim_finds_the_numbers_that_its_rule_asks_for()
    {
        using var released = Laboratory.OfTiny(Reading.Released);
        using var ambiguous = Laboratory.OfTiny(Reading.Ambiguous);

        var numbers = new NumberSet([.. Numbers(released), .. Numbers(ambiguous), .. TuningNumbers(), .. OverlapNumbers(ambiguous), .. ScaleNumbers(ambiguous), .. GincNumbers(), .. ChainNumbers()]);
        var judged = LatentClaims.All.Select(claim => JudgedClaim.From(claim, numbers)).ToList();

        Assert.Equal(
            ["latent.density", "latent.sparsity", "latent.understanding", "latent.icl", "latent.product-bound",
             "latent.tuning", "latent.sparsity-violation", "latent.new-intention", "latent.scale", "latent.ginc", "latent.natural", "latent.cot", "latent.cot-coverage"],
            judged.Select(claim => claim.Claim.Id));
        // Both languages count where a claim is about each of them, the unambiguous one drops out of the others.
        Assert.Equal([6, 2, 4, 3, 4, 5, 12, 6, 1, 9, 0, 10, 10], judged.Select(claim => claim.NumberIds.Count));
        // No labelled text is supplied here.
        Assert.Equal(VerdictKind.NotTestable, judged.Single(claim => claim.Claim.Id == "latent.natural").Verdict.Kind);
        // What no training changes: the exact predictor keeps its bound, and the product is none.
        Assert.NotEqual(VerdictKind.Fails, judged[2].Verdict.Kind);
        Assert.Equal(VerdictKind.Fails, judged[4].Verdict.Kind);
        Assert.Contains("The corrected bound is exceeded by 0 of ", judged[4].Verdict.Because);
    }

    private static List<Number> TuningNumbers()
    {
        using var laboratory = new TuningLaboratory();
        var rows = laboratory.Laboratory.Table(laboratory.Measure());
        return laboratory.Laboratory.Rows<Number>(
            output => TuningSummary.Summarize(new("latent.tuning"), [rows], output, new JobContext()));
    }

    private static List<Number> GincNumbers()
    {
        using var laboratory = new GincLaboratory();
        var item = laboratory.Asking(length: 3, mostExamples: 2, prompts: 20);
        var prompts = laboratory.Table<GincPromptRow>();
        GincPrompting.Measure(item, laboratory.Checkpoint, prompts, new JobContext());
        var course = laboratory.Table<GincCourseRow>();
        GincCourse.Measure(new(item, Windows: 2), laboratory.Checkpoint, laboratory.Text, course, new JobContext());
        var numbers = laboratory.Table<Number>();
        GincSummary.Summarize(new("latent.ginc", laboratory.Spec), [prompts], [course], numbers, new JobContext());
        return [.. numbers.Read()];
    }

    /// <summary>Four languages are the fewest that a rank correlation is judged by; one has room for new intentions.</summary>
    private static List<Number> OverlapNumbers(Laboratory ambiguous)
    {
        var (job, violations) = (new JobContext(), new List<Table<SparsityViolationRow>>());
        foreach (var overlap in new[] { 0, 0.3, 0.6, 0.9 })
        {
            using var laboratory = new Laboratory(Laboratory.Tiny(Reading.Released) with { Noise = 0, Overlap = overlap }, block: 18);
            violations.Add(ambiguous.Table(laboratory.Rows<SparsityViolationRow>(table => SparsityViolationMeasurement.Measure(
                new(laboratory.Training, laboratory.Spec, 10, 20, 3, 1, 3), laboratory.Checkpoint, laboratory.Corpus, table, job))));
        }

        var newIntention = ambiguous.Table<NewIntentionRow>();
        NewIntentionMeasurement.Measure(new(ambiguous.Training, ambiguous.Spec, 20, 2), ambiguous.Checkpoint, ambiguous.Corpus, newIntention, job);
        return
        [
            .. ambiguous.Rows<Number>(output => SparsityViolationSummary.Summarize(new("latent.sparsity-violation"), violations, [], output, job)),
            .. ambiguous.Rows<Number>(output => NewIntentionSummary.Summarize(new("latent.new-intention"), [newIntention], output, job)),
        ];
    }

    private static List<Number> Numbers(Laboratory laboratory)
    {
        var (training, language, checkpoint, corpus) =
            (laboratory.Training, laboratory.Spec, laboratory.Checkpoint, laboratory.Corpus);
        var job = new JobContext();
        var density = laboratory.Table<DensityRow>();
        DensityMeasurement.Measure(new(training, language, Windows: 10), checkpoint, corpus, density, job);
        var sparsity = laboratory.Table<SparsityRow>();
        SparsityMeasurement.Measure(new(language, Messages: 50), corpus, sparsity, job);
        var understanding = laboratory.Table<UnderstandingRow>();
        LanguageUnderstanding.Measure(new(training, language, Prompts: 10, 3), checkpoint, corpus, understanding, job);
        var inContext = laboratory.Table<InContextRow>();
        InContextLearning.Measure(new(training, language, Trials: 20, 3), checkpoint, corpus, inContext, job);
        var productBound = laboratory.Table<ProductBoundRow>();
        ProductBoundMeasurement.Measure(new(language, Tuples: 200, 3), corpus, productBound, job);
        return [
            .. Summary("latent.density", DensitySummary.Summarize, density),
            .. Summary("latent.sparsity", SparsitySummary.Summarize, sparsity),
            .. Summary("latent.understanding", UnderstandingSummary.Summarize, understanding),
            .. Summary("latent.icl", InContextSummary.Summarize, inContext),
            .. Summary("latent.product-bound", ProductBoundSummary.Summarize, productBound)];

        IEnumerable<Number> Summary<TRow>(
            string experiment, Action<SummarySpec, IReadOnlyList<Table<TRow>>, Table<Number>, JobContext> summarize,
            Table<TRow> rows) =>
            laboratory.Rows<Number>(output => summarize(new(experiment), [rows], output, job));
    }

    private static List<Number> ScaleNumbers(Laboratory laboratory)
    {
        var (job, scale) = (new JobContext(), laboratory.Table<ScaleRow>());
        var item = new ScaleSpec(laboratory.Training, laboratory.Spec, laboratory.Spec, Windows: 10, Trials: 20, MostExamples: 3);
        ScaleMeasurement.Measure(item, laboratory.Checkpoint, laboratory.Corpus, scale, job);
        return laboratory.Rows<Number>(output => ScaleSummary.Summarize(new("latent.scale"), [scale], output, job));
    }

    /// <summary>Made up: four levels of coverage on the line, two of which hold enough steps.</summary>
    private static List<Number> ChainNumbers()
    {
        using var laboratory = new Laboratory(Laboratory.Tiny(Reading.Released), block: 12);
        var rows = laboratory.Table<ChainOfThoughtRow>();
        rows.Write(
            from coverage in new[] { .1, .25, .5, 1 }
            from steps in new[] { 1, 2, 3 }
            from value in new[] { 0, 1 }
            from heldOut in new[] { false, true }
            from estimator in Enum.GetValues<Estimator>()
            select new ChainOfThoughtRow(
                $"line c={coverage}", Topology.Line, coverage, "model", 1, "a", value, "b", steps, heldOut, estimator, .1 * steps * value, coverage > .2, .5));
        List<Number> numbers = [];
        foreach (var (experiment, summarize) in new (string, Action<SummarySpec, IReadOnlyList<Table<ChainOfThoughtRow>>, Table<Number>, JobContext>)[]
            { ("latent.cot", ChainOfThoughtSummary.Summarize), ("latent.cot-coverage", ChainCoverageSummary.Summarize) })
        {
            numbers.AddRange(laboratory.Rows<Number>(output => summarize(new(experiment), [rows], output, new JobContext())));
        }

        return numbers;
    }
}
