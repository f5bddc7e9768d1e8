using Research.Languages.SkillTexts;
using Research.Learning;

namespace Research.Skills.Learned;

/// <summary>What a model that was trained on skill texts is asked.</summary>
/// <param name="Training">Which training.</param>
/// <param name="Language">The language that it learned.</param>
/// <param name="Texts">Fresh texts that it is asked about, at least 1; of its training texts at most as many.</param>
/// <param name="Pieces">Fresh texts of one size, for the competence on skills and pairs of skills; at least 1.</param>
/// <param name="PieceSize">k, skills of such a text; 2 to the longest of the language.</param>
public sealed record LearnedSpec(Training Training, SkillTextSpec Language, int Texts, int Pieces, int PieceSize)
{
    /// <inheritdoc/>
    public override string ToString() => Training.ToString();
}
