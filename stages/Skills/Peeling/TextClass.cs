namespace Research.Skills.Peeling;

/// <summary>Texts that draw their skills in the same way.</summary>
/// <param name="Texts">How many, at least 0.</param>
/// <param name="Draws">What each of them draws.</param>
public sealed record TextClass(int Texts, IReadOnlyList<SkillDraw> Draws);
