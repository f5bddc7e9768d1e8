namespace Research.Mirage.Vision;

/// <summary>What a metric shows over the sizes of a family, the smallest first.</summary>
internal static class VisionSeries
{
    /// <summary>Progress up to which a metric counts as standing at its floor.</summary>
    public const double Floor = 0.1;

    /// <summary>The value with its sign such that more is better.</summary>
    public static double Oriented(VisionMetric metric, double value) => metric == VisionMetric.SquaredError ? -value : value;

    /// <summary>Values, larger being better, as shares of the way from the least to the largest; null if all are equal.</summary>
    public static double[]? Progress(double[] values)
    {
        var (least, largest) = (values[0], values[0]);
        foreach (var value in values) (least, largest) = (value < least ? value : least, value > largest ? value : largest);
        return largest > least ? Array.ConvertAll(values, value => (value - least) / (largest - least)) : null;
    }

    /// <summary>
    /// The largest step between neighbors as a share of the way from the least to the largest value: 1/(n - 1) for a straight line, 1 for a
    /// jump; 0 if all are equal.
    /// </summary>
    public static double LargestStep(double[] values)
    {
        if (Progress(values) is not { } progress) return 0;
        var largest = 0.0;
        for (var i = 1; i < progress.Length; i++)
            largest = progress[i] - progress[i - 1] > largest ? progress[i] - progress[i - 1] : largest;
        return largest;
    }

    /// <summary>
    /// Share of the smooth metric's progress that the sharp one hides: the most that the smooth one has made before the first size at which
    /// the sharp one is above a tenth of its own way. At most <see cref="Floor"/> if one is affine in the other and both rise with size; 0 if
    /// the sharp one never moves, since then nothing emerges.
    /// </summary>
    public static double Hidden(double[] smooth, double[] sharp)
    {
        if (Progress(smooth) is not { } seen || Progress(sharp) is not { } shown) return 0;
        var hidden = 0.0;
        for (var i = 0; i < seen.Length && shown[i] <= Floor; i++) hidden = seen[i] > hidden ? seen[i] : hidden;
        return hidden;
    }

    /// <summary>Every third value: a sparse sampling of sizes.</summary>
    public static double[] Sparse(double[] values) => [.. values.Where((_, i) => i % 3 == 0)];
}
