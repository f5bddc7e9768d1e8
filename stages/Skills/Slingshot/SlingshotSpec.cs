using Research.Jobs;
using Research.Skills.Bounds;

namespace Research.Skills.Slingshot;

/// <summary>
/// Tuples of k' skills in pieces of k' texts (Arora &amp; Goyal 2023, section on tuples of skills; the construction is recalled, not quoted).
/// </summary>
/// <param name="TupleSize">k', 1 to 64.</param>
/// <param name="Texts">N1, texts of a graph.</param>
/// <param name="Graphs">Graphs to draw, at least 2.</param>
/// <param name="Tuples">Tuples that are looked at; all of them where there are no more.</param>
/// <param name="Pieces">Pieces to draw on each graph.</param>
/// <param name="Skills">N2, 2 to 65,536.</param>
/// <param name="SkillsOfText">k.</param>
/// <param name="Theta">theta, share of texts that fail, in (0, 1).</param>
/// <param name="Alpha">Share of the tuples that failures are aimed at, in (0, 1).</param>
/// <param name="Seed">Seed of the draws.</param>
public sealed record SlingshotSpec(
    int TupleSize, int Texts, int Graphs, int Tuples, int Pieces, int Skills = 40, int SkillsOfText = 8, double Theta = 0.05, double Alpha = 0.2, int Seed = 1)
{
    /// <summary>Refuses an experiment that cannot be done.</summary>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public SlingshotSpec Validate()
    {
        Range.Between(TupleSize, 1, 64, "k', the skills of a tuple");
        Range.Fraction(Theta, nameof(Theta));
        Range.Between(Tuples, 20, 100_000_000, nameof(Tuples));
        Range.Between(Pieces, 1, 100_000_000, nameof(Pieces));
        _ = new AdversarySpec(Adversary.Greedy, Skills, SkillsOfText, Theta / TupleSize, Alpha, Texts, Graphs).Validate();
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => $"k'={TupleSize}";
}
