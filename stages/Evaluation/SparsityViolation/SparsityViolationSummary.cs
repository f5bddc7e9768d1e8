using Research.Summaries;
using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.SparsityViolation;

/// <summary>
/// What the experiment on overlapping intentions says: the KL of exact readers and models by overlap, the share of it that
/// a message leaves, where that share passes one half, what examples and steps repair, and how KL and share go with the
/// mean ambiguity.
/// </summary>
public static class SparsityViolationSummary
{
    /// <summary>Share of the uninformed reader's KL from which on inference counts as broken.</summary>
    private const double Broken = 0.5;

    /// <summary>A mean KL below this is zero up to the floor inside the logarithms, and nothing is a share of it.</summary>
    private const double Zero = 1e-6;

    private static readonly (string Name, Func<SparsityViolationRow, double> Kl)[] Readers =
        [("exact", row => row.ExactKl), ("model", row => row.ModelKl)];

    /// <summary>Summarizes all trainings.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<SparsityViolationRow>> violations,
        IReadOnlyList<Table<OverlapAmbiguityRow>> ambiguities, Table<Number> output, JobContext job)
    {
        var rows = violations.SelectMany(table => table.Read()).ToList();
        var overlaps = rows.Select(row => row.Overlap).Distinct().Order().ToList();
        output.Write(ambiguities.SelectMany(table => OverlapAmbiguityNumbers.Of(item.Experiment, [.. table.Read()]))
            .Concat(overlaps.SelectMany(overlap => OfLanguage(item.Experiment, rows.FindAll(row => row.Overlap == overlap))))
            .Concat(OfAll(item.Experiment, rows)));
    }

    private static IEnumerable<Number> OfLanguage(string experiment, List<SparsityViolationRow> rows)
    {
        var suffix = $"o{rows[0].Overlap}";
        var last = rows.Where(row => row.Task == ViolationTask.Steps).Max(row => row.Count);
        var most = rows.Where(row => row.Task == ViolationTask.Examples).Max(row => row.Count);
        var understanding = rows.FindAll(row => row.Task == ViolationTask.Understanding);
        Number Mean(string name, List<SparsityViolationRow> of, Func<SparsityViolationRow, double> quantity, string unit) =>
            Spread.OfMean(of, row => row.Seed, quantity).ToNumber($"{experiment}.{name}.{suffix}", unit);

        yield return Mean("epsilon", understanding, row => row.Epsilon, "");
        foreach (var (reader, kl) in Readers)
        {
            yield return Mean($"kl.{reader}", understanding, kl, "nats");
            yield return Mean($"examples.first.{reader}", Of(rows, ViolationTask.Examples, 1), kl, "nats");
            yield return Mean($"examples.last.{reader}", Of(rows, ViolationTask.Examples, most), kl, "nats");
            yield return Mean($"steps.direct.{reader}", Of(rows, ViolationTask.Direct, last), kl, "nats");
            yield return Mean($"steps.all.{reader}", Of(rows, ViolationTask.Steps, last), kl, "nats");
            foreach (var number in Ratios($"{experiment}.", $".{reader}.{suffix}", rows, kl, last, most)) yield return number;
        }

        yield return Mean("examples.first.told", Of(rows, ViolationTask.Examples, 1), row => row.ToldKl!.Value, "nats");
        yield return Mean("examples.last.told", Of(rows, ViolationTask.Examples, most), row => row.ToldKl!.Value, "nats");
        if (Ratio(Of(rows, ViolationTask.Examples, most), row => row.ToldKl!.Value, Of(rows, ViolationTask.Examples, 1), row => row.ToldKl!.Value)
            is { } told)
            yield return told.ToNumber($"{experiment}.examples.ratio.told.{suffix}", "share");
    }

    private static IEnumerable<Number> Ratios(
        string prefix, string suffix, List<SparsityViolationRow> rows, Func<SparsityViolationRow, double> kl, int last, int most)
    {
        var first = Of(rows, ViolationTask.Examples, 1);
        if (Ratio(first, kl, first, row => row.UninformedKl!.Value) is { } left)
            yield return left.ToNumber($"{prefix}left{suffix}", "share");
        if (Ratio(Of(rows, ViolationTask.Examples, most), kl, first, kl) is { } examples)
            yield return examples.ToNumber($"{prefix}examples.ratio{suffix}", "share");
        if (Ratio(Of(rows, ViolationTask.Steps, last), kl, Of(rows, ViolationTask.Direct, last), kl) is { } steps)
            yield return steps.ToNumber($"{prefix}steps.ratio{suffix}", "share");
    }

    private static IEnumerable<Number> OfAll(string experiment, List<SparsityViolationRow> rows)
    {
        var understanding = rows.FindAll(row => row.Task == ViolationTask.Understanding);
        var messages = Of(rows, ViolationTask.Examples, 1);
        foreach (var (reader, kl) in Readers)
        {
            var shares = ByLanguageAndSeed(messages, kl, row => row.UninformedKl!.Value);
            foreach (var number in Correlation($"{experiment}.kl", reader, ByLanguageAndSeed(understanding, kl))) yield return number;
            foreach (var number in Correlation($"{experiment}.left", reader, shares)) yield return number;
            if (Breaks(shares) is { } breaks) yield return breaks.ToNumber($"{experiment}.breaks.{reader}", "overlap");
        }
    }

    /// <summary>The overlap at which inference breaks, over seeds; null if it does not with every seed.</summary>
    private static Estimate? Breaks(List<Point> shares)
    {
        var points = shares.GroupBy(point => point.Seed)
            .Select(seed => BreakingPoint.Of([.. seed.OrderBy(point => point.Overlap).Select(point => (point.Overlap, point.Value))], Broken))
            .ToList();
        return points.Count > 0 && points.TrueForAll(point => point is not null)
            ? StudentInterval.OfMean([.. points.Select(point => point!.Value)])
            : null;
    }

    private static IEnumerable<Number> Correlation(string prefix, string reader, List<Point> points)
    {
        if (points.Count < 3) yield break;
        var test = Spearman.Test([.. points.Select(point => point.Epsilon)], [.. points.Select(point => point.Value)]);
        if (double.IsNaN(test.Coefficient)) yield break;
        yield return new($"{prefix}-correlation.{reader}", test.Coefficient, "", null, null, test.N);
        yield return new($"{prefix}-correlation-p.{reader}", test.PRising, "p-value", null, null, test.N);
    }

    /// <summary>
    /// Mean ambiguity and mean KL, or the KL as a share of another, of each language and seed; languages in which the other is
    /// zero are left out.
    /// </summary>
    private static List<Point> ByLanguageAndSeed(
        List<SparsityViolationRow> rows, Func<SparsityViolationRow, double> kl, Func<SparsityViolationRow, double>? whole = null) =>
    [
        .. from row in rows
           group row by (row.Overlap, row.Seed) into part
           let of = whole is null ? 1 : MeanOf(part, whole)
           where of > Zero
           let mean = MeanOf(part, kl)
           select new Point(part.Key.Overlap, part.Key.Seed, MeanOf(part, row => row.Epsilon), mean > Zero ? mean / of : 0),
    ];

    /// <summary>Mean KL of some rows over that of others, by seed; over blocks of trials if there is one seed.</summary>
    private static Estimate? Ratio(
        List<SparsityViolationRow> of, Func<SparsityViolationRow, double> kl, List<SparsityViolationRow> to,
        Func<SparsityViolationRow, double> whole)
    {
        var pairs = of.OrderBy(Key).Zip(to.OrderBy(Key), (row, other) => (row.Seed, Part: kl(row), Whole: whole(other))).ToList();
        double Share(IReadOnlyList<(int Seed, double Part, double Whole)> part) =>
            Moments.Mean([.. part.Select(pair => pair.Part)]) / Moments.Mean([.. part.Select(pair => pair.Whole)]);
        if (!Spread.BlocksOf(pairs).All(part => Moments.Mean([.. part.Select(pair => pair.Whole)]) > Zero)) return null;
        return Spread.OverSeeds(
            [.. pairs.GroupBy(pair => pair.Seed).Select(seed => Share([.. seed]))], () => Spread.OverBlocks(pairs, Share));

        static (int, int) Key(SparsityViolationRow row) => (row.Seed, row.Trial);
    }

    private static List<SparsityViolationRow> Of(List<SparsityViolationRow> rows, ViolationTask task, int count) =>
        rows.FindAll(row => row.Task == task && row.Count == count);

    private static double MeanOf(IEnumerable<SparsityViolationRow> rows, Func<SparsityViolationRow, double> of) =>
        Moments.Mean([.. rows.Select(of)]);

    private sealed record Point(double Overlap, int Seed, double Epsilon, double Value);
}
