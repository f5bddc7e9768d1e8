using Research.Numerics;

namespace Research.Learning.Inference;

/// <summary>Chooses a token from a distribution.</summary>
internal static class TokenChoice
{
    /// <summary>The most probable token; of several the smallest.</summary>
    public static int Greedy(ReadOnlySpan<float> logProbabilities)
    {
        var best = 0;
        for (var token = 1; token < logProbabilities.Length; token++)
        {
            if (logProbabilities[token] > logProbabilities[best])
            {
                best = token;
            }
        }

        return best;
    }

    /// <summary>
    /// The first token at which the running sum of p^(1/temperature), tokens ascending, passes that share of the whole sum.
    /// </summary>
    /// <param name="logProbabilities">ln p of every token.</param>
    /// <param name="temperature">Positive.</param>
    /// <param name="uniform">In (0, 1).</param>
    public static int Draw(ReadOnlySpan<float> logProbabilities, double temperature, double uniform)
    {
        double largest = logProbabilities[Greedy(logProbabilities)];
        var sum = 0.0;
        foreach (var log in logProbabilities)
        {
            sum += Weight(log);
        }

        var target = uniform * sum;
        var (running, last) = (0.0, 0);
        for (var token = 0; token < logProbabilities.Length; token++)
        {
            var weight = Weight(logProbabilities[token]);
            running += weight;
            if (weight > 0)
            {
                last = token;
            }

            if (running > target)
            {
                return token;
            }
        }

        // Only where rounding has brought the target up to the whole sum.
        return last;

        double Weight(float log) => Elementary.Exp((log - largest) / temperature);
    }
}
