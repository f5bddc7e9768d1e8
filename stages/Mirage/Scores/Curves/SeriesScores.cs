using Research.Mirage.Emergence;

namespace Research.Mirage.Scores.Curves;

/// <summary>Scores curves and compares each with what would be if nothing emerged.</summary>
public static class SeriesScores
{
    /// <summary>One row a curve, in their order. P-values are corrected among the curves of an axis; what is flagged has none.</summary>
    /// <param name="series">The curves.</param>
    /// <param name="nulls">Null distributions of every length.</param>
    /// <param name="knowsShape">Whether the shape of a metric is known.</param>
    public static List<EmergenceRow> Of(IReadOnlyList<ScoreSeries> series, NullTable nulls, Func<string, bool> knowsShape)
    {
        var rows = series.Select(curve => Row(curve, nulls, knowsShape)).ToList();
        foreach (var axis in Enum.GetValues<SeriesAxis>())
        {
            List<int> tested = [.. Enumerable.Range(0, rows.Count).Where(i => rows[i].Axis == axis && rows[i].PWalk is not null)];
            double[] p = [.. tested.Select(i => rows[i].PWalk!.Value)];
            var (holm, q) = (MultipleTests.Holm(p), MultipleTests.BenjaminiHochberg(p));
            for (var k = 0; k < tested.Count; k++) rows[tested[k]] = rows[tested[k]] with { Holm = holm[k], Q = q[k] };
        }

        return rows;
    }

    private static EmergenceRow Row(ScoreSeries curve, NullTable nulls, Func<string, bool> knowsShape)
    {
        var score = EmergenceScore.Of(curve.X, curve.Y, curve.Metric.Direction);
        var isNumber = score.Flag == SeriesFlag.None;
        return new(
            curve.Axis, curve.Family, curve.Model, curve.Task, curve.Shots, curve.Condition, curve.Metric.Name, curve.Metric.Direction,
            knowsShape(curve.Metric.Name) ? curve.Metric.Shape : null, score.N, score.Value, score.Flag, score.Linearity,
            isNumber ? score.Unevenness : null,
            isNumber ? nulls.Of(NullKind.Independent, score.N).PValue(score.Value) : null,
            isNumber ? nulls.Of(NullKind.RandomWalk, score.N).PValue(score.Value) : null,
            null, null, curve.Y.Min(), curve.Y.Max());
    }
}
