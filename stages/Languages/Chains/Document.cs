namespace Research.Languages.Chains;

/// <summary>One document of a chain corpus: a row of <c>messages.parquet</c>.</summary>
/// <param name="Index">Its place in the corpus, from 0.</param>
/// <param name="Split">One of <see cref="Splits"/>.</param>
/// <param name="Text">The target's letter, then letter and digit of each statement, without the newline that follows.</param>
/// <param name="Condition">The letter of the first statement's node.</param>
/// <param name="Target">The letter of the last statement's node.</param>
/// <param name="Steps">Steps from the condition to the target in the world.</param>
/// <param name="HoldsSteps">Whether the statements between the first and the last are kept.</param>
public sealed record Document(int Index, string Split, string Text, string Condition, string Target, int Steps, bool HoldsSteps);
