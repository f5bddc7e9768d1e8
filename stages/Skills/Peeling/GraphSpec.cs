using Research.Jobs;

namespace Research.Skills.Peeling;

/// <summary>A random graph of skills and texts.</summary>
/// <param name="Skills">Number of skills, at least 1.</param>
/// <param name="Classes">The texts, class after class.</param>
/// <param name="Seed">Of the random numbers.</param>
public sealed record GraphSpec(int Skills, IReadOnlyList<TextClass> Classes, int Seed)
{
    /// <summary>
    /// The graph of the theory: round(ratio x skills) texts, each with Poisson(load) skills drawn uniformly from all.
    /// </summary>
    /// <param name="skills">Number of skills N.</param>
    /// <param name="load">Mean skills of a text, c.</param>
    /// <param name="ratio">Texts for each skill, R.</param>
    /// <param name="seed">Of the random numbers. A larger ratio adds texts, and leaves the others as they are.</param>
    /// <exception cref="InputException">A value is out of range.</exception>
    public static GraphSpec Poisson(int skills, double load, double ratio, int seed) =>
        new GraphSpec(skills, [new(TextsOf(skills, ratio), [new(load, 0, skills)])], seed).Validate();

    /// <summary>Number of texts.</summary>
    public long Texts
    {
        get
        {
            var texts = 0L;
            foreach (var each in Classes) texts += each.Texts;
            return texts;
        }
    }

    /// <summary>Expected number of edges.</summary>
    public double Edges
    {
        get
        {
            var edges = 0.0;
            foreach (var each in Classes)
                foreach (var draw in each.Draws)
                    edges += each.Texts * draw.Mean;
            return edges;
        }
    }

    /// <summary>Texts of a ratio, to the nearest whole text.</summary>
    /// <exception cref="InputException">The ratio is negative, or gives more than 2^31 - 1 texts.</exception>
    public static int TextsOf(int skills, double ratio)
    {
        var texts = Math.Round(ratio * skills);
        return texts is >= 0 and <= int.MaxValue
            ? (int)texts
            : throw new InputException(
                $"a ratio of {ratio} gives {texts:N0} texts for {skills:N0} skills", "skill-text graph",
                $"Texts lie in 0..{int.MaxValue:N0}.");
    }

    /// <summary>Checks every value.</summary>
    /// <exception cref="InputException">A value is out of range.</exception>
    public GraphSpec Validate()
    {
        Require(Skills >= 1, $"{Skills:N0} skills", "Give at least 1.");
        Require(Texts <= int.MaxValue, $"{Texts:N0} texts", $"Give at most {int.MaxValue:N0}.");
        foreach (var each in Classes)
        {
            Require(each.Texts >= 0, $"a class of {each.Texts:N0} texts", "Give at least 0.");
            var largest = 0.0;
            foreach (var draw in each.Draws)
            {
                Require(
                    draw.Mean is >= 0 and <= PoissonTable.LargestMean, $"a mean of {draw.Mean} skills in a text",
                    $"A load lies in 0..{PoissonTable.LargestMean}.");
                Require(
                    draw.First >= 0 && draw.Count >= 1 && draw.Count <= Skills - draw.First,
                    $"a class of the skills from {draw.First:N0}, {draw.Count:N0} of them", $"Skills are numbered 0 to {Skills - 1}.");
                largest += draw.Mean;
            }

            Require(largest <= 10 * PoissonTable.LargestMean, $"a mean of {largest} skills in a text", "Give less.");
        }

        return this;
    }

    private static void Require(bool holds, string what, string remedy)
    {
        if (!holds) throw new InputException(what, "skill-text graph", remedy);
    }
}
