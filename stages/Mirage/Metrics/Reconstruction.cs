namespace Research.Mirage.Metrics;

/// <summary>
/// Reconstruction_c of Schaeffer et al. 2023, section 5: the mean squared error of an autoencoder made all or nothing by a threshold.
/// </summary>
public static class Reconstruction
{
    /// <summary>Squared Euclidean distance of an input and its reconstruction, added in order.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double SquaredError(ReadOnlySpan<float> input, ReadOnlySpan<float> output)
    {
        if (input.Length != output.Length)
            throw new ArgumentException($"There are {input.Length} inputs and {output.Length} outputs.", nameof(output));
        var sum = 0.0;
        for (var i = 0; i < input.Length; i++)
        {
            var difference = (double)input[i] - output[i];
            sum = Math.FusedMultiplyAdd(difference, difference, sum);
        }

        return sum;
    }

    /// <summary>Share of the inputs whose squared error is below the threshold c; an error equal to c is not.</summary>
    /// <exception cref="ArgumentException">There are no inputs.</exception>
    public static double Share(ReadOnlySpan<double> squaredErrors, double threshold)
    {
        if (squaredErrors.IsEmpty) throw new ArgumentException("There are no inputs.", nameof(squaredErrors));
        var within = 0;
        foreach (var error in squaredErrors)
            if (error < threshold) within++;
        return within / (double)squaredErrors.Length;
    }
}
