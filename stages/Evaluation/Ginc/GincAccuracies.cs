using Research.Summaries;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Ginc;

/// <summary>Numbers about how often the label is continued with.</summary>
/// <param name="experiment">The prefix of the numbers.</param>
/// <param name="slots">Slots of the language.</param>
/// <param name="rows">All prompts.</param>
internal sealed class GincAccuracies(string experiment, int slots, List<GincPromptRow> rows)
{
    private readonly List<int> lengths = [.. rows.Select(row => row.Length).Distinct().Order()];
    private readonly List<int> examples = [.. rows.Select(row => row.Examples).Distinct().Order()];

    private double Chance => 1.0 / slots;

    /// <summary>The model's accuracy for each kind of concept, length and number of examples.</summary>
    public IEnumerable<Number> Numbers() =>
        from kind in Enum.GetValues<ConceptKind>()
        from k in lengths
        from n in examples
        select Share($"accuracy.{Name(kind)}.k{k}-n{n}", Of(kind, k, n), row => row.ModelCorrect);

    /// <summary>Trends of the mean accuracy over seeds: over n at each k, and for seen concepts over k at each n.</summary>
    public IEnumerable<Number> Trends()
    {
        foreach (var kind in Enum.GetValues<ConceptKind>())
        {
            foreach (var k in lengths)
            {
                var trend = Trend([.. examples.Select(n => Accuracy(Of(kind, k, n)))]);
                foreach (var number in Numbers($"examples-trend.{Name(kind)}", $"k{k}", trend)) yield return number;
            }
        }

        foreach (var n in examples)
        {
            var trend = Trend([.. lengths.Select(k => Accuracy(Of(ConceptKind.Seen, k, n)))]);
            foreach (var number in Numbers("length-trend.seen", $"n{n}", trend)) yield return number;
        }
    }

    /// <summary>Without examples and with the most: all readers, all lengths together; and how far unseen concepts get.</summary>
    public IEnumerable<Number> Ends()
    {
        yield return new($"{experiment}.chance", Chance, "share", null, null, slots);
        foreach (var (name, n) in new[] { ("none", examples[0]), ("most", examples[^1]) })
        {
            foreach (var kind in Enum.GetValues<ConceptKind>())
                yield return Share($"model.{Name(kind)}.{name}", At(kind, n), row => row.ModelCorrect);
            var seen = At(ConceptKind.Seen, n);
            yield return Share($"exact.seen.{name}", seen, row => row.ExactCorrect);
            yield return Share($"told.seen.{name}", seen, row => row.ToldCorrect);
            yield return Spread.OfMean(seen, row => row.Seed, row => row.ModelKl).ToNumber($"{experiment}.model.kl-{name}", "nats");
            yield return Spread.OfMean(seen, row => row.Seed, row => row.ExactKl!.Value).ToNumber($"{experiment}.exact.kl-{name}", "nats");
        }

        var most = rows.FindAll(row => row.Examples == examples[^1]);
        yield return Spread.OverSeeds(
                [.. most.GroupBy(row => row.Seed).Select(seed => Reach([.. seed]))], () => Spread.OverBlocks(most, Reach))
            .ToNumber($"{experiment}.unseen-reach", "share");
    }

    /// <summary>What unseen concepts have of the way from chance to the accuracy on seen ones.</summary>
    private double Reach(IReadOnlyList<GincPromptRow> part)
    {
        var seen = Accuracy([.. part.Where(row => row.Concepts == ConceptKind.Seen)]) - Chance;
        var unseen = Accuracy([.. part.Where(row => row.Concepts == ConceptKind.Unseen)]) - Chance;
        return seen > 0 ? unseen / seen : 1;
    }

    private IEnumerable<Number> Numbers(string name, string of, TrendTest trend)
    {
        yield return new($"{experiment}.{name}.{of}", trend.Coefficient, "tau", null, null, trend.N);
        yield return new($"{experiment}.{name}-p.{of}", trend.PRising, "p-value", null, null, trend.N);
    }

    /// <summary>The trend of a series; a single value and equal ones have none.</summary>
    private static TrendTest Trend(double[] series)
    {
        if (series.Length < 2) return new(0, 1, 1, series.Length);
        var trend = MannKendall.Test(series);
        return double.IsNaN(trend.Coefficient) ? trend with { Coefficient = 0 } : trend;
    }

    private Number Share(string name, List<GincPromptRow> of, Func<GincPromptRow, bool> succeeds) =>
        Spread.OfShare([.. of.GroupBy(row => row.Seed).Select(seed => (seed.Count(succeeds), seed.Count()))])
            .ToNumber($"{experiment}.{name}", "share");

    private List<GincPromptRow> Of(ConceptKind kind, int k, int n) =>
        rows.FindAll(row => row.Concepts == kind && row.Length == k && row.Examples == n);

    private List<GincPromptRow> At(ConceptKind kind, int n) => rows.FindAll(row => row.Concepts == kind && row.Examples == n);

    private static double Accuracy(List<GincPromptRow> of) => of.Count(row => row.ModelCorrect) / (double)of.Count;

    private static string Name(ConceptKind kind) => kind == ConceptKind.Seen ? "seen" : "unseen";
}
