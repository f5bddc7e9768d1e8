using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up numbers of the GINC experiment.</summary>
public static class GincNumbers
{
    public static IReadOnlyList<Number> All { get; } = [.. Accuracies(), .. Trends(), .. Rest()];

    private static IEnumerable<Number> Accuracies() =>
        from row in GincTables.Cells()
        select N($"accuracy.{row.Concepts}.k{row.Length}-n{row.Examples}", row.Accuracy, "share", 0.03, 3);

    private static IEnumerable<Number> Trends() =>
    [
        .. from k in GincTables.Lengths
           from kind in new[] { "seen", "unseen" }
           from number in Trend("examples", $"{kind}", $"k{k}", kind == "seen" ? 0.0014 : 0.43, GincTables.Examples.Length)
           select number,
        .. GincTables.Examples.SelectMany(n => Trend("length", "seen", $"n{n}", 0.042, GincTables.Lengths.Length)),
    ];

    private static IEnumerable<Number> Rest()
    {
        yield return N("chance", 0.1, "share", null, 10);
        foreach (var (end, seen) in new[] { ("none", 0.52), ("most", 0.67) })
        {
            yield return N($"model.seen.{end}", seen, "share", 0.02, 3);
            yield return N($"model.unseen.{end}", 0.12, "share", 0.02, 3);
            yield return N($"exact.seen.{end}", 0.86, "share", 0.01, 3);
            yield return N($"told.seen.{end}", seen + 0.33, "share", 0.005, 3);
            yield return N($"model.kl-{end}", 1 - seen, "nats", 0.03, 3);
            yield return N($"exact.kl-{end}", 0.16, "nats", 0.01, 3);
        }

        yield return N("unseen-reach", 0.035, "share", 0.03, 3);
        yield return N("epsilon", 0.18, "", 0.01, 3);
        yield return N("understanding-violations", 0, "of prompts", null, 21_600);
        yield return N("model-within", 0.31, "share", 0.04, 3);
        yield return N("product-violations", 1804, "of prompts", null, 14_400);
        yield return N("odds-violations", 0, "of prompts", null, 14_400);
        yield return N("impossible", 0.14, "share", 0.02, 3);
        yield return N("loss", 1.9, "nats/token", 0.02, 3);
        yield return N("optimum", 1.58, "nats/token", 0.01, 3);
        yield return N("excess", 0.32, "nats/token", 0.02, 3);
        yield return N("course-middle", 0.4, "share", 0.05, 3);
        yield return N("course-end", 0.67, "share", 0.02, 3);
        yield return N("course-gain", 0.27, "share", 0.04, 3);
    }

    private static IEnumerable<Number> Trend(string over, string kind, string of, double p, int n) =>
        [N($"{over}-trend.{kind}.{of}", p < 0.05 ? 1 : 0.07, "tau", null, n), N($"{over}-trend.{kind}-p.{of}", p, "p-value", null, n)];

    private static Number N(string id, double value, string unit, double? halfWidth, int n)
        => new($"latent.ginc.{id}", value, unit, value - halfWidth, value + halfWidth, n);
}
