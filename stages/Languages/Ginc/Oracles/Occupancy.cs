namespace Research.Languages.Ginc.Oracles;

/// <summary>How often a token taken anywhere in a concept's documents is shown by each state.</summary>
internal static class Occupancy
{
    /// <summary>
    /// The mean distribution of the states over a document's tokens, h * sum over t of (1 - h)^t start T^t with h the probability of an
    /// end: the solution of x = h start + (1 - h) x T, by elimination. [states]
    /// </summary>
    /// <remarks>
    /// Every column of the system I - (1 - h) T' has its diagonal larger than the rest of the column by h, so no pivot has to be
    /// searched.
    /// </remarks>
    public static double[] Of(GincLanguage language, int concept)
    {
        var (n, end) = (language.States, language.EndProbability);
        var system = System(language, concept);
        var solution = new double[n];
        for (var i = 0; i < n; i++) solution[i] = end * language.Start(concept)[i];
        for (var k = 0; k < n; k++)
        {
            for (var i = k + 1; i < n; i++)
            {
                var factor = system[i, k] / system[k, k];
                if (factor == 0) continue;
                for (var j = k; j < n; j++) system[i, j] -= factor * system[k, j];
                solution[i] -= factor * solution[k];
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < n; j++) solution[i] -= system[i, j] * solution[j];
            solution[i] /= system[i, i];
        }

        return solution;
    }

    private static double[,] System(GincLanguage language, int concept)
    {
        var (n, slots) = (language.States, language.Slots);
        var system = new double[n, n];
        for (var from = 0; from < n; from++)
        {
            for (var to = 0; to < n; to++)
            {
                var step = language.NextValue(from / slots, to / slots) * language.NextSlot(concept, from % slots, to % slots);
                system[to, from] = (from == to ? 1 : 0) - ((1 - language.EndProbability) * step);
            }
        }

        return system;
    }
}
