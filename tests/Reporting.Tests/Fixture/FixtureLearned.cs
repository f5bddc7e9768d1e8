using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up measurements of models trained on skill texts.</summary>
public static class FixtureLearned
{
    private static readonly double[] Loads = [3, 5, 8];

    public static IEnumerable<Number> Numbers()
    {
        foreach (var load in Loads)
        {
            yield return new($"skills.learned.threshold.c{load}", load - 2, "texts per skill", null, null, 1);
            yield return new($"skills.learned.emerged.model.c{load}", 3, "of seeds", null, null, 3);
            yield return new($"skills.learned.emerged.one-skill.c{load}", 3, "of seeds", null, null, 3);
            yield return Interval($"half.model.c{load}", 2 + (0.1 * load), 0.2, "texts per skill");
            yield return Interval($"half.one-skill.c{load}", load - 1.9, 0.3, "texts per skill");
            yield return Interval($"against-one-skill.c{load}", 6 / load, 0.1, "");
        }

        yield return new("skills.learned.above-bound.skills", 0, "of points", null, null, 1890);
        yield return new("skills.learned.above-bound.pairs", 0, "of points", null, null, 1890);
        yield return Interval("itemized-gap", -0.016, 0.07, "share");
        foreach (var name in new[] { "theta", "failed", "random", "adversary", "bound" }) yield return Interval($"worst-quarter.{name}", 0.5, 0.05, "share");
        foreach (var ratio in new[] { 2, 16 })
        {
            yield return Interval($"trained-excess.R{ratio}", 0.9 / ratio, 0.05, "share");
            yield return Interval($"lag.unseen.R{ratio}", 0.1 / ratio, 0.01, "share");
            yield return Interval($"lag.held-out.R{ratio}", 0.02 / ratio, 0.01, "share");
        }
    }

    public static IEnumerable<LearnedTextsRow> Texts() =>
        from model in (from load in Loads from ratio in new double[] { 1, 1.5, 2, 3, 4, 8 } select (Load: load, Ratio: ratio, HeldOut: 0.0, Width: 32))
            .Concat(from ratio in new double[] { 2, 16 } from width in new[] { 8, 16, 32 } select (Load: 4.0, Ratio: ratio, HeldOut: 0.1, Width: width))
        from seed in Enumerable.Range(1, 3)
        from step in new[] { 100, 300, 600, 1200 }
        from kind in model.HeldOut > 0 ? new[] { "trained", "fresh", "held_out" } : ["trained", "fresh"]
        from size in kind == "held_out" ? [4] : Enumerable.Range(1, 8)
        let accuracy = Math.Min(1, 0.3 + (0.7 * step / 1200.0 * model.Ratio / (model.Ratio + (kind == "trained" ? 0 : 2)))) - (0.02 * seed)
        select new LearnedTextsRow(
            "counted", model.Load, model.Ratio, model.HeldOut, model.Width, seed, step, step * 512L, kind, size, 100, (int)(100 * accuracy), (int)(110 * (1 - accuracy)), 0.3 / size);

    public static IEnumerable<LearnedCurveRow> Curves() =>
        from width in new[] { 8, 16, 32 }
        from ratio in new double[] { 2, 16 }
        from seed in Enumerable.Range(1, 3)
        from step in new[] { 600, 1200 }
        from tuple in new[] { 1, 2 }
        from point in Enumerable.Range(1, 15)
        let alpha = point / 16.0
        select new LearnedCurveRow(
            ratio, width, seed, step, tuple, alpha, 0.5 + (0.2 * (1 - alpha)), 0.5 + (0.05 * (1 - alpha)), 0.5 + (0.4 * (1 - alpha)), Math.Min(1, 0.5 + (0.7 * (1 - alpha))), 0.1);

    public static IEnumerable<ReaderCurveRow> Readers() =>
        from load in Loads
        from seed in Enumerable.Range(1, 3)
        from reader in new[] { "guessing", "one_skill", "counting", "linear", "occurring" }
        from ratio in new[] { 0.25, 0.5, 1, 2, 4, 8, 16, 32 }
        select new ReaderCurveRow(load, ratio, reader, 1 / (1 + Math.Exp(-3 * (ratio - (reader == "one_skill" ? load / 2 : 1)))));

    public static IEnumerable<EvolutionCurveRow> Evolution() =>
        from load in Loads from ratio in new[] { 0.25, 0.5, 1, 2, 4, 8, 16, 32 } select new EvolutionCurveRow(load, ratio, ratio < load / 2 ? 0.05 : 1);

    private static Number Interval(string id, double value, double half, string unit) => new($"skills.learned.{id}", value, unit, value - half, value + half, 3);
}

public sealed record LearnedTextsRow(
    string Answer, double Load, double Ratio, double HeldOut, int Width, int Seed, int Step, long Tokens, string Kind, int Size, int Texts, int Correct, int Failed, double Guessing);

public sealed record LearnedCurveRow(
    double Ratio, int Width, int Seed, int Step, int Tuple, double Alpha, double Failed, double Random, double Adversary, double Bound, double? TrainedBound);

public sealed record ReaderCurveRow(double Load, double Ratio, string Reader, double Ability);

public sealed record EvolutionCurveRow(double Load, double Ratio, double Ability);
