using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up measurements of the theory of complex skills.</summary>
public static class FixtureSkills
{
    public static IEnumerable<Number> Numbers { get; } =
    [
        Count("competence.violations.exhaustive", 3080), Count("competence.violations.uneven", 8000), Count("competence.violations.greedy", 240),
        Count("competence.violations.random", 240),
        Interval("competence.ratio-to-bound.exhaustive.n10-k4-theta0.05", 0.768, 0.003, ""), Interval("competence.ratio-to-exact.exhaustive.n10-k4-theta0.05", 1.019, 0.004, ""),
        Plain("competence.naive.loss", 0.4, ""), Interval("competence.naive.failure", 0.05, 0.0001, ""), Plain("competence.cloze.largest-share", 0.5, "share"),
        .. new[] { 1, 2, 4, 8 }.SelectMany(size => new[]
        {
            new Number($"skills.slingshot.violations.k{size}", 0, "of graphs", null, null, 8), new Number($"skills.slingshot.scaled-violations.k{size}", 0, "of graphs", null, null, 8),
            Interval($"slingshot.scaled-failure.k{size}", 0.12, 0.002, "share"), Plain($"slingshot.single-bound.k{size}", 0.165, "share"),
        }),
        .. new[] { ("both", 1.98), ("computation", 1.41), ("tokens", 1.46) }.SelectMany(what => new[]
        {
            Plain($"scaling.factor.{what.Item1}.1", what.Item2, ""), Plain($"scaling.exponent.{what.Item1}", Math.Log10(what.Item2), ""),
        }),
        Plain("mix.matching.k5", 0.0681, "texts"), Plain("mix.rate.k5", 0.12, "share"), Plain("mix.novel.k5", 0.432, "share"),
        Plain("mix.matching.k6", 0.00098, "texts"), Plain("mix.rate.k6", 0.08, "share"), Plain("mix.novel.k6", 0.988, "share"),
        Interval("mix.seen.independent", 0.391, 0.004, "share"), Plain("mix.bound.independent", 0.5, "share"),
        Plain("mix.violations.independent", 0, "of corpora"),
        Interval("mix.seen.uneven", 0.999, 0.0004, "share"), Plain("mix.bound.uneven", 0.5, "share"), Plain("mix.violations.uneven", 20, "of corpora"),
    ];

    public static IEnumerable<CompetenceCurveRow> Curves() =>
        from curve in new[] { (0.05, 8), (0.05, 2), (0.05, 4), (0.05, 16), (0.02, 8), (0.1, 8), (0.2, 8) }
        from point in Enumerable.Range(1, 99)
        let alpha = point / 100.0
        let largest = Math.Exp(-3.97 / curve.Item2)
        let beta = alpha < largest ? Math.Pow(alpha, -0.8) : (double?)null
        select new CompetenceCurveRow(
            curve.Item1, curve.Item2, largest, alpha, beta, 1 - (beta * curve.Item1), Math.Pow(alpha, -0.6), 1 - (curve.Item1 * Math.Pow(alpha, -0.6)));

    public static IEnumerable<AdversaryRow> Adversaries() =>
        from kind in new[] { ("exhaustive", 10, 0), ("exhaustive", 12, 0), ("exhaustive", 10, 1), ("greedy", 50, 0), ("random", 50, 0) }
        from graph in Enumerable.Range(0, 8)
        let ratio = (kind.Item1 == "random" ? 1.1 : 2.65) + (0.01 * graph)
        select new AdversaryRow(kind.Item1, kind.Item2, 20_000, 8, 0.05, kind.Item3, graph, 120, 0, 0.2, ratio, 3.298, 3.301, 2.647, 0.9 * ratio);

    public static IEnumerable<ClozeErrorRow> Cloze() =>
        from excess in new[] { 0.01, 0.1, 1 }
        select new ClozeErrorRow(excess, Math.Sqrt(2 * excess), Math.Sqrt(excess / 2), Math.Sqrt(excess / 2.1), 1 - Math.Exp(-excess));

    public static IEnumerable<SlingshotRow> Tuples() =>
        from size in new[] { 1, 2, 4, 8 }
        from graph in Enumerable.Range(0, 8)
        let theta = 1 - Math.Pow(0.95, size)
        select new SlingshotRow(size, graph, 20_000, (int)(20_000 * theta), theta, 2 * theta, 2 * theta, size < 8 ? 2.4 * theta : null, 0.12 + (0.001 * graph), 0.165);

    public static IEnumerable<TupleScalingRow> Scaling() =>
        from direction in new[] { ("parameters_and_tokens", 1.98), ("computation", 1.41), ("tokens", 1.46) }
        from step in Enumerable.Range(0, 5)
        let tuple = 0.35 * Math.Pow(direction.Item2, step)
        select new TupleScalingRow(
            direction.Item1, step, 70e9 * Math.Pow(10, step), 1.4e12 * Math.Pow(10, step), 0.2466 / (tuple / 0.35), 0.4932 / (tuple / 0.35), tuple, (int)tuple,
            step > 0 ? direction.Item2 : null);

    public static IEnumerable<SkillMixRow> Mix() =>
        from skills in Enumerable.Range(1, 8)
        let matching = Math.Pow(0.0144, skills) * 1.1e8
        let rate = skills switch { 5 => 0.12, 6 => 0.08, _ => (double?)null }
        select new SkillMixRow(skills, matching, 1.5 * matching, rate, 1 - (matching / rate));

    public static IEnumerable<ParrotRow> Parrots() =>
        from rich in new[] { 1, 0.25 }
        from corpus in Enumerable.Range(0, 20)
        select new ParrotRow(rich, corpus, 11_400, rich < 1 ? 91_000 : 5700, rich < 1 ? 11_390 : 4400 + corpus, 0.5);

    private static Number Plain(string id, double value, string unit) => new($"skills.{id}", value, unit, null, null, 20);

    private static Number Count(string id, int sets) => new($"skills.{id}", 0, "of sets", null, null, sets);

    private static Number Interval(string id, double value, double half, string unit) =>
        new($"skills.{id}", value, unit, value - half, value + half, 20);
}

public sealed record SkillMixRow(int Skills, double Matching, double RequiredRate, double? PublishedRate, double? NovelShare);

public sealed record ParrotRow(double RichShare, int Corpus, int Combinations, long Matches, int Seen, double BoundedSeen);

public sealed record CompetenceCurveRow(
    double Theta, int SkillsOfText, double LargestAlpha, double Alpha, double? Beta, double? Competence, double ExactBeta, double ExactCompetence);

public sealed record AdversaryRow(
    string Adversary, int Skills, int Texts, int SkillsOfText, double Theta, double Zipf, int Graph, int Sets, int Violations, double Alpha, double Ratio,
    double Bound, double FiniteBound, double Exact, double Quantile);

public sealed record ClozeErrorRow(double Excess, double Printed, double Pinsker, double Largest, double Deterministic);

public sealed record SlingshotRow(
    int TupleSize, int Graph, int Pieces, int FailedPieces, double PieceTheta, double Failure, double DrawnFailure, double? Bound, double ScaledFailure,
    double SingleBound);

public sealed record TupleScalingRow(
    string Direction, int Step, double Parameters, double Tokens, double Excess, double Theta, double Tuple, int WholeTuple, double? Factor);
