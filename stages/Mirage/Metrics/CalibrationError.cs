namespace Research.Mirage.Metrics;

/// <summary>
/// Expected calibration error (Naeini et al. 2015; Guo et al. 2017, eq. 3): how far stated confidence and accuracy are apart, over bins
/// of equal width.
/// </summary>
public static class CalibrationError
{
    /// <summary>Bins unless one says otherwise.</summary>
    public const int DefaultBins = 10;

    /// <summary>
    /// Sum over bins of (share of the answers in it) |accuracy - mean confidence|; 0 to 1. Bin b of M holds confidences in
    /// ((b - 1) / M, b / M], the first one 0 too.
    /// </summary>
    /// <param name="confidences">The probability that each answer was given; in [0, 1].</param>
    /// <param name="correct">Whether it was right.</param>
    /// <param name="bins">Number of bins, at least 1.</param>
    /// <exception cref="ArgumentException">There are no answers, the lengths differ, or a confidence is outside [0, 1].</exception>
    public static double Expected(ReadOnlySpan<double> confidences, ReadOnlySpan<bool> correct, int bins = DefaultBins)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        if (confidences.IsEmpty) throw new ArgumentException("There are no answers.", nameof(confidences));
        if (confidences.Length != correct.Length)
            throw new ArgumentException($"There are {confidences.Length} confidences and {correct.Length} answers.", nameof(correct));

        var (said, right) = (new double[bins], new int[bins]);
        for (var i = 0; i < confidences.Length; i++)
        {
            if (confidences[i] is not (>= 0 and <= 1))
                throw new ArgumentException($"A confidence is {confidences[i]}, outside 0 to 1.", nameof(confidences));
            var bin = Math.Max(0, (int)Math.Ceiling(confidences[i] * bins) - 1);
            said[bin] += confidences[i];
            if (correct[i]) right[bin]++;
        }

        var sum = 0.0;
        for (var bin = 0; bin < bins; bin++) sum += Math.Abs(right[bin] - said[bin]);
        return sum / confidences.Length;
    }
}
