using Research.Languages.DoublyEmbedded;
using Research.Languages.Tests.DoublyEmbedded;

namespace Research.Evaluation.Tests.Slow;

/// <summary>What readers that know the language say, by the definition: ratios of enumerated probabilities.</summary>
internal static class SlowReader
{
    /// <summary>q(y|x): the token after a window that starts anywhere.</summary>
    public static double[] Next(Language language, int[] window)
    {
        var probability = BruteForce.WindowProbability(language, window);
        return Tokens(language, token => BruteForce.WindowProbability(language, [.. window, token]) / probability);
    }

    /// <summary>q(y|x, theta): the same for a reader who knows the intention of the message being read.</summary>
    public static double[] NextGiven(Language language, int[] window, int intention)
    {
        var probability = BruteForce.Window(language, window)[intention];
        return Tokens(language, token => BruteForce.Window(language, [.. window, token])[intention] / probability);
    }

    /// <summary>Pr(theta|x) of the message being read.</summary>
    public static double[] Posterior(Language language, int[] window) =>
        Normalized(BruteForce.Window(language, window));

    /// <summary>Pr(theta|x_1, ..., x_m) of messages that share their intention.</summary>
    public static double[] Posterior(Language language, IEnumerable<int[]> messages) => Normalized(
        [.. Enumerable.Range(0, language.Intentions).Select(i => messages.Aggregate(
            language.Stationary[i], (product, message) => product * BruteForce.Likelihood(language, i, message)))]);

    /// <summary>The first letter of the next message, given the distribution of this one's intention.</summary>
    public static double[] FirstLetter(Language language, double[] intention)
    {
        var next = new double[language.Alphabet.Tokens];
        for (var i = 0; i < intention.Length; i++)
            for (var j = 0; j < intention.Length; j++)
                for (var s = 0; s < language.Letters; s++)
                    next[s + 1] += intention[i] * language.NextIntention(i)[j] * language.Start(j)[s];
        return next;
    }

    /// <summary>The author's KL (Jiang 2023, released code), term by term.</summary>
    public static double Kl(double[] p, double[] q) =>
        p.Zip(q, (a, b) => a * (Math.Log(a + 1e-10) - Math.Log(b + 1e-10))).Sum();

    public static double LargestGap(double[] p, double[] q) => p.Zip(q, (a, b) => Math.Abs(a - b)).Max();

    private static double[] Tokens(Language language, Func<int, double> of) =>
        [.. Enumerable.Range(0, language.Alphabet.Tokens).Select(of)];

    private static double[] Normalized(double[] weights) => [.. weights.Select(weight => weight / weights.Sum())];
}
