using Research.Numerics;

namespace Research.Skills.Compression;

/// <summary>What semantic compression takes (reference B14, derived here).</summary>
public static class CompressionTheory
{
    private const double InverseLog2 = 1.4426950408889634;

    /// <summary>
    /// Bits a text: 1 + e^(-c q) N (1 - q) h2(c/N) + (1 - e^(-c q)) L. An understood text's set is Poisson over the learned
    /// skills, each in it with probability c/N.
    /// </summary>
    /// <param name="skills">N.</param>
    /// <param name="load">c, below N.</param>
    /// <param name="unlearned">q.</param>
    /// <param name="raw">L: bits of a raw text.</param>
    public static double BitsPerText(int skills, double load, double unlearned, double raw)
    {
        var understood = Elementary.Exp(-load * unlearned);
        return 1 + (understood * SetEntropy(skills, load, unlearned)) + ((1 - understood) * raw);
    }

    /// <summary>N (1 - q) h2(c/N), h2 the entropy of a coin in bits.</summary>
    public static double SetEntropy(int skills, double load, double unlearned)
    {
        var x = load / skills;
        var coin = -((x * Elementary.Log(x)) + ((1 - x) * Elementary.Log1p(-x))) * InverseLog2;
        return skills * (1 - unlearned) * coin;
    }
}
