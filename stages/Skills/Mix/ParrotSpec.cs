using System.Globalization;
using Research.Jobs;

namespace Research.Skills.Mix;

/// <summary>
/// A corpus small enough to know everything that stands in it. A share of the texts is rich: it uses every skill with
/// probability <see cref="SkillShare"/> / <see cref="RichShare"/>, the others use none. Whatever that share, each skill is
/// in the same share of texts; at 1 the skills of a text are independent.
/// </summary>
/// <param name="RichShare">Share of texts that use skills at all, at least <see cref="SkillShare"/> and at most 1.</param>
/// <param name="Corpora">Corpora to draw, at least 2.</param>
/// <param name="Skills">Number of skills, at most 64.</param>
/// <param name="Topics">Number of topics; each text has one.</param>
/// <param name="SkillShare">p_s, share of texts that use a skill.</param>
/// <param name="Texts">L, texts of a corpus.</param>
/// <param name="Seed">Seed of the draws.</param>
public sealed record ParrotSpec(
    double RichShare, int Corpora, int Skills = 20, int Topics = 10, double SkillShare = 0.1, int Texts = 5000, int Seed = 1)
{
    /// <summary>k, skills of a combination.</summary>
    public const int Tuple = 3;

    /// <summary>Refuses a corpus that cannot be drawn.</summary>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public ParrotSpec Validate()
    {
        Range.Fraction(SkillShare, nameof(SkillShare));
        Range.Share(RichShare, nameof(RichShare));
        if (RichShare < SkillShare)
        {
            throw new InputException(
                string.Create(CultureInfo.InvariantCulture, $"{RichShare} of the texts cannot hold skills that are in {SkillShare} of all texts"),
                nameof(RichShare), "Raise it, or lower the share of a skill.");
        }

        Range.Between(Skills, Tuple, 64, nameof(Skills));
        Range.Between(Topics, 1, 1000, nameof(Topics));
        Range.Between(Texts, 1, int.MaxValue, nameof(Texts));
        Range.Between(Corpora, 2, 1_000_000, nameof(Corpora));
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"rich {RichShare}");
}
