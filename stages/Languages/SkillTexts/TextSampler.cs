using Research.Numerics;

namespace Research.Languages.SkillTexts;

/// <summary>
/// Draws texts: first the number of skills, then the skills, each subset of that size equally likely; while a text names a held-out pair,
/// both again, further along the same stream.
/// </summary>
public sealed class TextSampler
{
    private const int MostTries = 100_000;

    private readonly SkillTextSpec spec;
    private readonly SkillPairs heldOut;
    private readonly double[] sizes;

    /// <summary>A sampler of a language.</summary>
    /// <param name="spec">The language.</param>
    /// <param name="heldOut">Pairs that no text may name together.</param>
    public TextSampler(SkillTextSpec spec, SkillPairs heldOut)
    {
        (this.spec, this.heldOut) = (spec, heldOut);
        sizes = spec.Sizes == TextSizes.Poisson ? Poisson(spec.Load, spec.Longest) : [];
    }

    /// <summary>The probabilities of 0 to <paramref name="longest"/> skills: Poisson's, divided by their sum.</summary>
    public static double[] Poisson(double mean, int longest)
    {
        var law = new double[longest + 1];
        double weight = Elementary.Exp(-mean), sum = 0;
        for (var size = 0; size <= longest; size++)
        {
            sum += law[size] = weight;
            weight *= mean / (size + 1);
        }

        for (var size = 0; size <= longest; size++) law[size] /= sum;
        return law;
    }

    /// <summary>A text: its skills, ascending; it may have none.</summary>
    /// <exception cref="Jobs.InputException">The held-out pairs leave hardly any text.</exception>
    public int[] Draw(ref PhiloxStream draws)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var size = spec.Sizes == TextSizes.Fixed ? (int)spec.Load : Size(draws.UniformDouble());
            var text = Subset(size, ref draws);
            if (!heldOut.AnyIn(text)) return text;
        }

        throw new Jobs.InputException(
            $"hardly any text is without a held-out pair ({MostTries} were drawn)", spec.ToString(), "Hold out fewer pairs, or take smaller texts.");
    }

    /// <summary>A subset of the skills, each of that size equally likely, ascending; it may name held-out pairs.</summary>
    public int[] Subset(int size, ref PhiloxStream draws)
    {
        var pool = new int[spec.Skills];
        for (var skill = 0; skill < pool.Length; skill++) pool[skill] = skill;
        for (var i = 0; i < size; i++)
        {
            var j = i + draws.Below(pool.Length - i);
            (pool[i], pool[j]) = (pool[j], pool[i]);
        }

        Array.Sort(pool, 0, size);
        return pool[..size];
    }

    private int Size(double uniform)
    {
        var size = 0;
        for (var below = sizes[0]; uniform >= below && size < sizes.Length - 1; below += sizes[size]) size++;
        return size;
    }
}
