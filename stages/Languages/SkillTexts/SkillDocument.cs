namespace Research.Languages.SkillTexts;

/// <summary>One document of a corpus of skill texts: a row of <c>messages.parquet</c>.</summary>
/// <param name="Index">Its place in the corpus, from 0.</param>
/// <param name="Split">One of <see cref="Splits"/>.</param>
/// <param name="Text">The names of its skills with the answer, without the newline that follows.</param>
/// <param name="Size">How many skills it names.</param>
/// <param name="Training">Which training text it is, from 0; -1 in the validation split.</param>
public sealed record SkillDocument(int Index, string Split, string Text, int Size, int Training);
