using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up measurements of the theory of abstract learners.</summary>
public static class FixtureLearners
{
    private static readonly (int Limit, double Load, double Threshold)[] Learners = [(1, 3, 1.0379), (2, 5, 0.5254), (3, 7, 0.4)];

    public static IEnumerable<Number> Numbers { get; } =
    [
        .. Learners.SelectMany(OfLearner),
        Plain("evolution.ensemble-points", 60, "points"), Plain("evolution.ensemble-close", 60, "points"), Plain("evolution.ensemble-farthest", 0.003, "share"),
        Plain("scaling.cases", 3, "learners"), Interval("threshold.jump.d1-c1.8", 0.001, 0.0001, "share"), Interval("threshold.jump-exponent.d1-c1.8", -0.7, 0.1, ""),
        Plain("threshold.critical-load.d1-c1.8", 2.71828, ""),
        .. new[] { "shared-text", "learned-text", "random-skills" }.SelectMany(OfRule),
        Interval("association.sites-deviation.shared-text", 0.14, 0.004, "share"), Plain("association.emergence.c3", 1.0379, ""),
        .. new[] { ("d1-c3-r1.1", 0.068, 1.19), ("d1-c2-r1", 0.43, 2.43), ("d2-c5-r0.6", 0.04, 0.55) }.SelectMany(OfFoundation),
        .. new[] { "a.1", "a.2", "b.1", "b.2" }.SelectMany(OfClass),
        Plain("compression.raw", 400, "bits/text"), Plain("compression.changed", 0, "of texts"), Plain("compression.understood", 17, "of texts"),
        Interval("compression.above-entropy", 0.12, 0.05, "bits/text"),
        .. new[] { 0.5, 1, 2 }.SelectMany(OfRatio),
    ];

    public static IEnumerable<LearnerEvolutionRow> Evolution() =>
        from learner in Learners
        from distance in new[] { 0.96, 1.06 }
        from graph in Enumerable.Range(1, 3)
        from round in Enumerable.Range(0, 40)
        let q = (distance > 1 ? 0.05 : 0.6) + (0.4 * Math.Exp(-round / 8.0))
        select new LearnerEvolutionRow(
            learner.Limit, learner.Load, Ratio(learner.Threshold, distance), distance, 1_000_000, graph, round, q + (0.001 * graph), q);

    public static IEnumerable<LearnerEnsembleRow> Ensembles() =>
        from setting in new (string Name, int Limit, double MeanSize, double Known)[] { ("3 skills each", 1, 3, 0), ("Poisson(3), 40 % known", 1, 3, 0.4) }
        from graph in Enumerable.Range(1, 3)
        from step in Enumerable.Range(1, 30)
        let q = (1 - setting.Known) * Math.Exp(-step * setting.Known)
        select new LearnerEnsembleRow(
            setting.Name, setting.Limit, setting.MeanSize, setting.Known, step / 10.0, 200_000, graph, q * (1 - (0.001 * graph)), q);

    public static IEnumerable<LearnerEmergenceRow> Emergence() =>
        from learner in Learners.Append((1, 1.8, double.NaN))
        from skills in new[] { 2000, 32_000 }
        from graph in Enumerable.Range(0, 80)
        let threshold = double.IsNaN(learner.Item3) ? null : (double?)learner.Item3
        let width = 2 / Math.Sqrt(skills)
        select new LearnerEmergenceRow(
            learner.Item1, learner.Item2, skills, graph, threshold, threshold * (1 + (width * ((graph / 40.0) - 0.9))), threshold is null ? 0.01 : 0.5);

    public static IEnumerable<LearnerPhaseRow> Phases() =>
        from learner in Learners
        from point in Enumerable.Range(1, 30)
        let load = (learner.Load - 0.3) * (1 + (point / 30.0))
        select new LearnerPhaseRow(learner.Limit, load, learner.Threshold * load / learner.Load, learner.Threshold * 0.9, 0.6, 0.1);

    public static IEnumerable<LearnerScalingRow> Scaling() =>
        from learner in Learners
        from graph in Enumerable.Range(1, 3)
        from step in Enumerable.Range(1, 24)
        let exposure = step / 2.0
        let asymptote = Math.Log(learner.Load) - exposure
        let error = Math.Min(0.9, Math.Exp(asymptote))
        select new LearnerScalingRow(
            learner.Limit, learner.Load, exposure, exposure / learner.Load, 300_000, graph, error / learner.Load, (int)(error * 300_000), 300_000,
            error, error / learner.Load, error, error, asymptote);

    public static IEnumerable<LearnerAssociationRow> Association() =>
        from load in new double[] { 1, 2, 3, 4 }
        from graph in Enumerable.Range(1, 3)
        from rule in new[] { "shared_text", "learned_text", "random_skills" }
        from step in Enumerable.Range(1, 10)
        let giant = Math.Max(0, 1 - Math.Exp(0.4 - (step * load / 10)))
        select new LearnerAssociationRow(rule, load, step / 5.0, 100_000, graph, giant, giant, 0.9 * giant);

    public static IEnumerable<LearnerHierarchyRow> Hierarchy() =>
        from foundation in new[] { (1, 3.0, 1.1, 0.068, 1.19), (1, 2.0, 1.0, 0.43, 2.43), (2, 5.0, 0.6, 0.04, 0.55) }
        from graph in Enumerable.Range(1, 3)
        from step in Enumerable.Range(1, 12)
        let ratio = step / 4.0
        let q = ratio > foundation.Item5 ? 0.04 : 0.8
        select new LearnerHierarchyRow(
            foundation.Item1, foundation.Item2, foundation.Item3, 2, 3, ratio, ratio / 2, 40_000, graph, foundation.Item4, foundation.Item4, q, q,
            foundation.Item5, foundation.Item5 + (0.01 * graph));

    public static IEnumerable<LearnerClassRow> Classes() =>
        from setting in new[] { "a", "b" }
        from part in new[] { 1, 2 }
        from graph in Enumerable.Range(1, 3)
        select new LearnerClassRow(setting, 1, part, "2, 0.5", 200_000, graph, 0.76 - (0.1 * part), 0.761 - (0.1 * part), 0.7);

    public static IEnumerable<LearnerCompressionRow> Compression() =>
        from graph in Enumerable.Range(1, 3)
        from step in Enumerable.Range(1, 10)
        let bits = step > 5 ? 40.0 : 380 - step
        select new LearnerCompressionRow(
            3, step / 5.0, 1000, graph, 10_000, step > 5 ? 9800 : 900, 0, bits + graph, step > 5 ? 29.5 : null, 29.4, bits + graph, bits, 0.1, 0.1, 400);

    private static double Ratio(double threshold, double distance) => Math.Round(threshold * distance, 4);

    private static IEnumerable<Number> OfLearner((int Limit, double Load, double Threshold) learner)
    {
        var name = $"d{learner.Limit}-c{learner.Load}";
        foreach (var distance in new[] { 0.96, 1.06 })
        {
            var at = $"{name}-r{Ratio(learner.Threshold, distance)}";
            yield return Interval($"evolution.deviation.{at}", 0.002, 0.001, "");
            yield return Interval($"evolution.outside.{at}", 0.001, 0.001, "");
            yield return Interval($"evolution.unlearned.{at}", 0.07, 0.001, "share");
            yield return Plain($"evolution.predicted.{at}", 0.0701, "share");
            yield return Plain($"evolution.rounds.{at}", 39, "rounds");
        }

        yield return Plain($"threshold.closed.{name}", learner.Threshold, "");
        yield return Plain($"threshold.bisection.{name}", learner.Threshold, "");
        yield return Plain($"threshold.low.{name}", 0.9 * learner.Threshold, "");
        yield return Plain($"threshold.critical-load.{name}", learner.Load - 0.3, "");
        yield return Interval($"threshold.simulated.{name}", learner.Threshold + 0.001, 0.001, "");
        yield return Plain($"threshold.spread.{name}", 0.004, "");
        yield return Interval($"threshold.exponent.{name}", -0.5, 0.05, "");
        yield return Interval($"threshold.jump.{name}", 0.45, 0.01, "share");
        yield return Plain($"threshold.jump-predicted.{name}", 0.44, "");
        yield return Interval($"threshold.jump-exponent.{name}", 0.01, 0.02, "");
        yield return Interval($"scaling.rate.{name}", 1.02, 0.03, "");
        yield return Interval($"scaling.deviation.{name}", 0.05, 0.03, "nats");
        yield return Interval($"scaling.asymptote-deviation.{name}", 0.15, 0.03, "nats");
    }

    private static IEnumerable<Number> OfRule(string rule)
    {
        yield return Interval($"association.deviation.{rule}", 0.004, 0.003, "share");
        yield return Plain($"association.smallest-giant.{rule}", 0.1, "share");
        yield return Plain($"association.largest-without.{rule}", 0.01, "share");
        foreach (var load in new[] { 1, 2, 3, 4 }) yield return Plain($"association.onset.{rule}.c{load}", 0.7, "");
    }

    private static IEnumerable<Number> OfFoundation((string Name, double Lack, double Threshold) foundation)
    {
        yield return Plain($"hierarchy.foundation.{foundation.Name}", foundation.Lack, "share");
        yield return Interval($"hierarchy.deviation.{foundation.Name}", 0.003, 0.002, "share");
        yield return Plain($"hierarchy.threshold.{foundation.Name}", foundation.Threshold, "");
        yield return Interval($"hierarchy.emergence.{foundation.Name}", foundation.Threshold + 0.01, 0.01, "");
    }

    private static IEnumerable<Number> OfClass(string name)
    {
        yield return Interval($"classes.unlearned.{name}", 0.66, 0.01, "share");
        yield return Plain($"classes.predicted.{name}", 0.661, "share");
        yield return Plain($"classes.pooled.{name}", 0.7, "share");
        yield return Interval($"classes.deviation.{name}", -0.001, 0.01, "share");
    }

    private static IEnumerable<Number> OfRatio(double ratio)
    {
        yield return Interval($"compression.bits.r{ratio}", 400 / (1 + (5 * ratio)), 4, "bits/text");
        yield return Interval($"compression.relative.r{ratio}", 1.002, 0.002, "");
        yield return Plain($"compression.predicted.r{ratio}", 400 / (1 + (5 * ratio)), "bits/text");
    }

    private static Number Plain(string id, double value, string unit) => new($"learners.{id}", value, unit, null, null, 20);

    private static Number Interval(string id, double value, double half, string unit) =>
        new($"learners.{id}", value, unit, value - half, value + half, 20);
}

public sealed record LearnerEvolutionRow(
    int Limit, double Load, double Ratio, double Distance, int Skills, int Graph, int Round, double Unlearned, double Predicted);

public sealed record LearnerEnsembleRow(
    string Name, int Limit, double MeanSize, double Known, double Ratio, int Skills, int Graph, double Unlearned, double Predicted);

public sealed record LearnerEmergenceRow(int Limit, double Load, int Skills, int Graph, double? Threshold, double? Emergence, double Jump);

public sealed record LearnerPhaseRow(int Limit, double Load, double Ratio, double LowRatio, double UnlearnedBelow, double UnlearnedAbove);

public sealed record LearnerScalingRow(
    int Limit, double Load, double Exposure, double Ratio, int Skills, int Graph, double Unlearned, int Wrong, int Fresh,
    double Unfinished, double PredictedUnlearned, double PredictedError, double PredictedUnfinished, double LogAsymptote);

public sealed record LearnerAssociationRow(
    string Rule, double Load, double Ratio, int Skills, int Graph, double Giant, double Exact, double Sites);

public sealed record LearnerHierarchyRow(
    int Limit, double Load, double Ratio, double BasicLoad, double DomainLoad, double DomainRatio, double EffectiveRatio, int Skills, int Graph,
    double Foundation, double PredictedFoundation, double Unlearned, double Predicted, double? Threshold, double? Emergence);

public sealed record LearnerClassRow(
    string Setting, int Limit, int Class, string Loads, int Skills, int Graph, double Unlearned, double Predicted, double Pooled);

public sealed record LearnerCompressionRow(
    double Load, double Ratio, int Skills, int Graph, int Texts, int Understood, int Changed, double Bits, double? SetBits, double SetEntropy,
    double Formula, double Predicted, double Unlearned, double PredictedUnlearned, int Raw);
