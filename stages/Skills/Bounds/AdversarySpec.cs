using System.Globalization;
using Research.Jobs;

namespace Research.Skills.Bounds;

/// <summary>Random graphs, and who makes texts fail on them.</summary>
/// <param name="Adversary">Who chooses the failed texts.</param>
/// <param name="Skills">N2, 2 to 65,536; at most 20 for the exhaustive adversary.</param>
/// <param name="SkillsOfText">k, 1 to 1,000.</param>
/// <param name="Theta">theta, share of texts that fail, in (0, 1).</param>
/// <param name="Alpha">Share of skills that the failures are aimed at, in (0, 1); at Zipf exponents above 0 every set is tried.</param>
/// <param name="Texts">N1, texts of a graph.</param>
/// <param name="Graphs">Graphs to draw, at least 2.</param>
/// <param name="Starts">Random beginnings of the greedy adversary, or random choices, on each graph.</param>
/// <param name="Zipf">Exponent of the skills' frequencies, at least 0; 0 for equal ones.</param>
/// <param name="Seed">Seed of the draws.</param>
public sealed record AdversarySpec(
    Adversary Adversary, int Skills, int SkillsOfText, double Theta, double Alpha, int Texts, int Graphs, int Starts = 1, double Zipf = 0, int Seed = 1)
{
    /// <summary>How many texts fail, theta N1 rounded down.</summary>
    internal int Failing => (int)(Theta * Texts);

    /// <summary>How many skills they are aimed at, alpha N2 to the nearest whole number.</summary>
    internal int Aimed => (int)Math.Round(Alpha * Skills);

    /// <summary>Refuses an experiment that cannot be done.</summary>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public AdversarySpec Validate()
    {
        Range.Between(Skills, 2, Adversary == Adversary.Exhaustive ? 20 : ushort.MaxValue + 1, nameof(Skills));
        Range.Between(SkillsOfText, 1, 1000, nameof(SkillsOfText));
        Range.Fraction(Theta, nameof(Theta));
        Range.Fraction(Alpha, nameof(Alpha));
        Range.NotNegative(Zipf, nameof(Zipf));
        Range.Between(Texts, 1, int.MaxValue / 1000, nameof(Texts));
        Range.Between(Graphs, 2, 1_000_000, nameof(Graphs));
        Range.Between(Starts, 1, 1_000_000, nameof(Starts));
        if (Failing < 1)
            throw new InputException($"{Theta} of {Texts} texts is less than one", nameof(Theta), "Raise the share of failed texts, or the texts.");
        if (Aimed < 1 || Aimed >= Skills)
            throw new InputException($"{Alpha} of {Skills} skills is none or all", nameof(Alpha), "Choose another share, or more skills.");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Adversary} N2={Skills} k={SkillsOfText} t={Theta} a={Alpha}{(Zipf > 0 ? $" z={Zipf}" : "")}");
}
