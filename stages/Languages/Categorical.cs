namespace Research.Languages;

/// <summary>Draws from many distributions over the same outcomes, by their cumulative probabilities.</summary>
public sealed class Categorical
{
    private readonly double[] cumulative;
    private readonly int outcomes;

    /// <summary>
    /// Rows of probabilities, one distribution after another; a row that is all 0 cannot be drawn from.
    /// </summary>
    public Categorical(ReadOnlySpan<double> rows, int outcomes)
    {
        this.outcomes = outcomes;
        cumulative = new double[rows.Length];
        for (var first = 0; first < rows.Length; first += outcomes)
        {
            var sum = 0.0;
            var last = -1;
            for (var i = 0; i < outcomes; i++)
            {
                var p = rows[first + i];
                if (p > 0) last = i;
                cumulative[first + i] = sum += p;
            }

            // Rounding must neither reach an impossible outcome nor leave a gap below 1.
            if (last >= 0) cumulative.AsSpan(first + last, outcomes - last).Fill(1);
        }
    }

    /// <summary>The outcome of a row at a uniform number in (0, 1).</summary>
    public int Draw(int row, double uniform)
    {
        var first = row * outcomes;
        var outcome = 0;
        while (uniform >= cumulative[first + outcome]) outcome++;
        return outcome;
    }
}
