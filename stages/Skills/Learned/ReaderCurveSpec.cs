using Research.Jobs;
using Research.Languages.SkillTexts;

namespace Research.Skills.Learned;

/// <summary>Abstract readers of more and more texts of one language.</summary>
/// <param name="Language">The language at the largest ratio; the smaller ones have its first texts.</param>
/// <param name="Ratios">Ratios of texts to skills, ascending, the last at most the language's.</param>
/// <param name="Texts">Fresh texts that the readers are asked about, at least 1.</param>
public sealed record ReaderCurveSpec(SkillTextSpec Language, IReadOnlyList<double> Ratios, int Texts)
{
    /// <summary>Checks every parameter.</summary>
    /// <returns>This specification.</returns>
    /// <exception cref="InputException">A parameter is out of its range.</exception>
    public ReaderCurveSpec Validate()
    {
        Language.Validate();
        if (Ratios.Count == 0 || Ratios[0] <= 0 || Ratios[^1] > Language.Ratio || Ratios.Zip(Ratios.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new InputException(
                $"the ratios are {string.Join(", ", Ratios)}", ToString(), $"Give ascending numbers above 0, at most {Language.Ratio}.");
        }

        return Texts >= 1 ? this : throw new InputException($"Texts is {Texts}", ToString(), "Give 1 or more.");
    }

    /// <summary>Equal when every number is, the ratios one by one included.</summary>
    public bool Equals(ReaderCurveSpec? other) =>
        other is not null && (Language, Texts) == (other.Language, other.Texts) && Ratios.SequenceEqual(other.Ratios);

    /// <inheritdoc/>
    public override int GetHashCode() => (Language, Texts).GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => $"readers of {Language}";
}
