using Research.Evaluation.SparsityViolation;
using Research.Jobs;
using Research.Tables;

namespace Research.Evaluation.Tests.Summaries;

public sealed class SparsityViolationSummaryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Shares_and_ratios_are_of_means_by_language()
    {
        var numbers = Summarize(Rows([1], kl: _ => 0.2, uninformed: o => 1 - o));

        AssertNumber(0.2, numbers["x.kl.exact.o0.5"]);
        AssertNumber(0.4, numbers["x.kl.model.o0.5"]);
        AssertNumber(0.4, numbers["x.left.exact.o0.5"]);
        AssertNumber(0.8, numbers["x.left.model.o0.5"]);
        AssertNumber(1.0 / 3, numbers["x.examples.ratio.exact.o0.5"]);
        AssertNumber(0.1, numbers["x.examples.last.told.o0"]);
        AssertNumber(0.5, numbers["x.examples.ratio.told.o0.5"]);
        AssertNumber(0.25, numbers["x.steps.ratio.model.o0"]);
        Assert.DoesNotContain("x.left.exact.o1", numbers.Keys);
    }

    [Fact]
    public void Inference_breaks_where_half_of_the_uninformed_kl_is_left_over_seeds()
    {
        var numbers = Summarize(Rows([1, 2], kl: _ => 0.2, uninformed: o => 1 - o, overlaps: [0, 0.5, 0.75, 1]));

        // Exact share: 0.2, 0.4, 0.8; half is passed a quarter of the way from 0.5 to 0.75. Model: 0.4, 0.8.
        AssertNumber(0.5625, numbers["x.breaks.exact"]);
        AssertNumber(0.125, numbers["x.breaks.model"]);
        Assert.Equal(2, numbers["x.breaks.exact"].N);
    }

    [Fact]
    public void Correlations_are_over_languages_and_seeds_without_those_that_leave_nothing_to_infer()
    {
        var numbers = Summarize(Rows([1, 2], kl: o => o * (1 - o), uninformed: o => 1 - o, overlaps: [0, 0.25, 0.5, 0.75, 1]));

        Assert.Equal(1, numbers["x.left-correlation.exact"].Value, 1e-12);
        Assert.Equal(8, numbers["x.left-correlation.exact"].N);
        Assert.True(numbers["x.left-correlation-p.exact"].Value < 0.01);
        Assert.Equal(0, numbers["x.kl-correlation.model"].Value, 1e-12);
        Assert.Equal(10, numbers["x.kl-correlation.model"].N);
        Assert.Equal(0.5, numbers["x.kl-correlation-p.model"].Value, 1e-9);
    }

    [Fact]
    public void Without_a_reader_that_breaks_or_enough_languages_there_is_no_such_number()
    {
        var numbers = Summarize(Rows([1], kl: _ => 0.01, uninformed: _ => 1, overlaps: [0, 0.5]));

        Assert.DoesNotContain("x.breaks.exact", numbers.Keys);
        Assert.DoesNotContain("x.kl-correlation.exact", numbers.Keys);
    }

    [Fact]
    public void The_ambiguity_of_whole_messages_is_given_for_one_and_for_the_most()
    {
        OverlapAmbiguityRow Row(int letters, int messages, double mean) =>
            new(0.5, letters, messages, 100, mean, 0.01, mean / 2, ProductViolations: 10 * messages, OddsViolations: 0);

        var numbers = Summarize(Rows([1], _ => 0.1, _ => 1), [Row(1, 1, 0.6), Row(1, 2, 0.5), Row(2, 1, 0.4), Row(2, 2, 0.3)]);

        AssertNumber(0.4, numbers["x.ambiguity.one.o0.5"]);
        Assert.Equal(0.4 + 0.0196, numbers["x.ambiguity.one.o0.5"].High!.Value, 1e-5);
        AssertNumber(0.3, numbers["x.ambiguity.most.o0.5"]);
        AssertNumber(40, numbers["x.ambiguity.product-violations.o0.5"]);
        Assert.Equal(200, numbers["x.ambiguity.product-violations.o0.5"].N);
        AssertNumber(0, numbers["x.ambiguity.odds-violations.o0.5"]);
    }

    private static void AssertNumber(double value, Number number) => Assert.Equal(value, number.Value, 1e-9);

    private Dictionary<string, Number> Summarize(IEnumerable<SparsityViolationRow> rows, IEnumerable<OverlapAmbiguityRow>? ambiguities = null)
    {
        var output = new Table<Number>(folder.Create());
        SparsityViolationSummary.Summarize(
            new("x"), [Written(rows)], ambiguities is null ? [] : [Written(ambiguities)], output, new JobContext());
        return output.Read().ToDictionary(number => number.Id);

        Table<TRow> Written<TRow>(IEnumerable<TRow> content)
        {
            var table = new Table<TRow>(folder.Create());
            table.Write(content);
            return table;
        }
    }

    /// <summary>The model's KL is twice the exact one; examples divide by their number, steps by 4.</summary>
    private static IEnumerable<SparsityViolationRow> Rows(
        int[] seeds, Func<double, double> kl, Func<double, double> uninformed, double[]? overlaps = null) =>
        from overlap in overlaps ?? [0, 0.5, 1]
        from seed in seeds
        from question in new[]
        {
            (Task: ViolationTask.Understanding, Count: 1, Of: 1.0), (ViolationTask.Examples, 1, 1), (ViolationTask.Examples, 3, 3),
            (ViolationTask.Direct, 2, 1), (ViolationTask.Steps, 2, 4),
        }
        from trial in Enumerable.Range(0, 20)
        let exact = kl(overlap) / question.Of
        select new SparsityViolationRow(
            overlap, "model", seed, question.Task, question.Count, trial, Epsilon: overlap, 2 * exact, exact,
            question.Task == ViolationTask.Examples ? 0.2 / (question.Count == 1 ? 1 : 2) : null,
            question.Task == ViolationTask.Understanding ? null : uninformed(overlap));
}
