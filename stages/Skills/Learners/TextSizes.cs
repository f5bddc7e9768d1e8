using Research.Skills.Peeling;

namespace Research.Skills.Learners;

/// <summary>Distributions of the number of skills in a text: the probability of 0, 1, 2, ...</summary>
public static class TextSizes
{
    /// <summary>Poisson, as the theory has it.</summary>
    public static double[] Poisson(double mean) => [.. new PoissonTable(mean).Masses];

    /// <summary>Every text has as many.</summary>
    public static double[] Fixed(int size) => Mixed((size, 1));

    /// <summary>Sizes with their probabilities.</summary>
    public static double[] Mixed(params ReadOnlySpan<(int Size, double Probability)> sizes)
    {
        var probabilities = new double[sizes[^1].Size + 1];
        foreach (var (size, probability) in sizes) probabilities[size] += probability;
        return probabilities;
    }

    /// <summary>Probabilities that fall with the square of the size, from 1 to the largest: some texts need many skills.</summary>
    public static double[] HeavyTail(int largest)
    {
        var weights = new double[largest + 1];
        var sum = 0.0;
        for (var size = 1; size <= largest; size++) sum += weights[size] = 1.0 / (size * (double)size);
        return [.. weights.Select(weight => weight / sum)];
    }
}
