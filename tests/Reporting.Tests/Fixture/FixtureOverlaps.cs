using System.Globalization;
using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up results on overlapping intentions and on new ones.</summary>
public static class FixtureOverlaps
{
    private const int Seeds = 3;

    private static readonly double[] Overlaps = [0, 0.25, 0.5, 0.75, 1];

    private static readonly string[] Kinds = ["combination", "new_letters", "new_rows"];

    public static IEnumerable<Number> Numbers { get; } =
    [
        .. new[] { "exact", "model" }.SelectMany(OfReader),
        .. Overlaps.SelectMany(OfOverlap),
        new("latent.new-intention.languages", 2, "languages", null, null, 18),
        .. from kind in Kinds
           from language in FixtureLanguage.All
           where language.IsAmbiguous
           from number in OfKind($"{kind.Replace('_', '-')}.{language.Name}")
           select number,
    ];

    public static IEnumerable<OverlapAmbiguityRow> Ambiguities() =>
        from overlap in Overlaps
        from letters in Enumerable.Range(1, 8)
        from messages in Enumerable.Range(1, 5)
        let ambiguity = 0.83 * Math.Pow(overlap, 0.2 * letters * messages)
        select new OverlapAmbiguityRow(
            overlap, letters, messages, 5000, ambiguity, 0.01 * ambiguity, Math.Pow(ambiguity, messages), messages > 1 ? 300 : 0, 0);

    public static IEnumerable<SparsityViolationRow> Violations() =>
        from overlap in Overlaps
        from seed in Enumerable.Range(1, Seeds)
        from question in new[] { ("understanding", 6), ("examples", 5), ("direct", 4), ("steps", 4) }
        from count in Enumerable.Range(1, question.Item2)
        from trial in Enumerable.Range(0, 10)
        let exact = overlap * (1 - overlap) / count
        let hasPrior = question.Item1 != "understanding"
        select new SparsityViolationRow(
            overlap, seed, question.Item1, count, trial, 0.8 * overlap, exact + (0.01 * seed), exact,
            question.Item1 == "examples" ? exact / count : null, hasPrior ? 1 - overlap : null);

    public static IEnumerable<NewIntentionRow> NewIntentions() =>
        from language in FixtureLanguage.All
        where language.IsAmbiguous
        from kind in Kinds
        from seed in Enumerable.Range(1, Seeds)
        from examples in Enumerable.Range(0, 5)
        from trial in Enumerable.Range(0, 10)
        select new NewIntentionRow(
            language.Name, language.Reading, language.Noise, seed, kind, trial, examples, 5, 0.05 * seed, 1.1 - (0.05 * examples),
            1.0 - (0.04 * examples), 2.0 / (1 + examples), 0.9);

    private static IEnumerable<Number> OfReader(string reader) =>
    [
        Number($"kl-correlation.{reader}", 0.21, ""), Number($"kl-correlation-p.{reader}", 0.4, "p-value"),
        Number($"left-correlation.{reader}", 0.98, ""), Number($"left-correlation-p.{reader}", 0.0001, "p-value"),
        Number($"breaks.{reader}", 0.45, "overlap"),
    ];

    private static IEnumerable<Number> OfOverlap(double overlap) =>
        from quantity in new[]
        {
            "epsilon", "ambiguity.one", "kl.exact", "kl.model", "left.exact", "left.model", "examples.ratio.told", "examples.ratio.exact",
            "examples.ratio.model", "steps.ratio.exact", "steps.ratio.model",
        }
        select Number(string.Create(CultureInfo.InvariantCulture, $"{quantity}.o{overlap}"), 0.3 * overlap, "share");

    private static IEnumerable<Number> OfKind(string suffix) =>
        from entry in new[] { ("model-mixture", 0.1), ("apart", 0.7), ("nearer", -0.1), ("mixture-truth.most", 0.8), ("learner-truth.most", 0.4), ("top-mass.most", 0.9) }
        select new Number($"latent.new-intention.{entry.Item1}.{suffix}", entry.Item2, "nats", entry.Item2 - 0.05, entry.Item2 + 0.05, Seeds);

    private static Number Number(string name, double value, string unit) =>
        new($"latent.sparsity-violation.{name}", value, unit, value - 0.02, value + 0.02, 15);
}
