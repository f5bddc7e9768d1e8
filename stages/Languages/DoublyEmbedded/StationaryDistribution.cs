namespace Research.Languages.DoublyEmbedded;

/// <summary>The distribution that a Markov chain keeps.</summary>
internal static class StationaryDistribution
{
    /// <summary>
    /// Eliminates state after state without a subtraction (Grassmann, Taksar and Heyman 1985), so each probability is
    /// exact to a few ulp.
    /// </summary>
    /// <param name="chain">Rows are the distributions of the next state; every state reaches every other.</param>
    /// <exception cref="ArgumentException">Some state does not reach a lower one.</exception>
    public static double[] Of(double[,] chain)
    {
        var n = chain.GetLength(0);
        var p = (double[,])chain.Clone();
        for (var k = n - 1; k > 0; k--)
        {
            var leaving = 0.0;
            for (var j = 0; j < k; j++) leaving += p[k, j];
            if (leaving == 0)
                throw new ArgumentException(
                    $"State {k} is never left for a lower one; the chain must be irreducible.", nameof(chain));
            for (var i = 0; i < k; i++)
            {
                p[i, k] /= leaving;
                for (var j = 0; j < k; j++) p[i, j] += p[i, k] * p[k, j];
            }
        }

        var stationary = new double[n];
        stationary[0] = 1;
        var sum = 1.0;
        for (var k = 1; k < n; k++)
        {
            for (var i = 0; i < k; i++) stationary[k] += stationary[i] * p[i, k];
            sum += stationary[k];
        }

        for (var k = 0; k < n; k++) stationary[k] /= sum;
        return stationary;
    }
}
