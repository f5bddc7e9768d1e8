using Research.Numerics;

namespace Research.Languages.Ginc;

/// <summary>
/// The random parts of a GINC language, of the same distribution as those of Xie et al.'s generator, drawn from streams of the seed:
/// number for number they differ.
/// </summary>
internal static class GincMatrices
{
    private const double TransitionTemperature = 0.1;
    private const double StartTemperature = 10;

    /// <summary>
    /// The symbol of each value and slot. [values, slots]; column 0 is the delimiter, symbol 0, all else uniform over the others.
    /// </summary>
    public static int[,] Memory(GincSpec spec)
    {
        var draws = new PhiloxStream(new Philox(spec.Seed, "ginc/memory"));
        var memory = new int[spec.Values, spec.Slots];
        for (var v = 0; v < spec.Values; v++)
            for (var s = 1; s < spec.Slots; s++) memory[v, s] = 1 + draws.Below(spec.Symbols - 1);
        return memory;
    }

    /// <summary>The entities' transitions, which all concepts share. [values, values]</summary>
    public static double[,] Entities(GincSpec spec)
    {
        var draws = new PhiloxStream(new Philox(spec.Seed, "ginc/entities"));
        var chain = Mixture(spec.Values, spec.Permutations, ref draws);
        for (var i = 0; i < spec.Values; i++)
            for (var j = 0; j < spec.Values; j++)
                chain[i, j] = ((1 - spec.Staying) * chain[i, j]) + (i == j ? spec.Staying : 0);
        return chain;
    }

    /// <summary>The properties' transitions of a concept. [slots, slots]</summary>
    public static double[,] Properties(GincSpec spec, int concept)
    {
        var draws = new PhiloxStream(new Philox(spec.Seed, "ginc/properties"), step: (uint)concept);
        return Mixture(spec.Slots, spec.Permutations, ref draws);
    }

    /// <summary>The distribution of a document's first state under a concept, nearly uniform. [values * slots]</summary>
    public static double[] Start(GincSpec spec, int concept)
    {
        var draws = new PhiloxStream(new Philox(spec.Seed, "ginc/start"), step: (uint)concept);
        return Softmax(spec.Values * spec.Slots, StartTemperature, ref draws);
    }

    /// <summary>A weighted sum of random permutation matrices.</summary>
    private static double[,] Mixture(int size, int permutations, ref PhiloxStream draws)
    {
        var weights = Softmax(permutations, TransitionTemperature, ref draws);
        var chain = new double[size, size];
        foreach (var weight in weights)
        {
            var permutation = Permutation(size, ref draws);
            for (var i = 0; i < size; i++) chain[i, permutation[i]] += weight;
        }

        return chain;
    }

    /// <summary>Softmax of uniform numbers in (-1/2, 1/2) over a temperature.</summary>
    private static double[] Softmax(int count, double temperature, ref PhiloxStream draws)
    {
        var weights = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++) sum += weights[i] = Elementary.Exp((draws.UniformDouble() - 0.5) / temperature);
        for (var i = 0; i < count; i++) weights[i] /= sum;
        return weights;
    }

    /// <summary>Fisher and Yates' shuffle.</summary>
    private static int[] Permutation(int size, ref PhiloxStream draws)
    {
        var permutation = new int[size];
        for (var i = 0; i < size; i++)
        {
            var j = draws.Below(i + 1);
            permutation[i] = permutation[j];
            permutation[j] = i;
        }

        return permutation;
    }
}
