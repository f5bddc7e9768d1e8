namespace Research.Languages.Ginc;

/// <summary>
/// What a document shows between two delimiters: a row of <c>messages.parquet</c>. A delimiter follows every row; that of a document's
/// last row is its end.
/// </summary>
/// <param name="Index">Its place in the corpus, from 0.</param>
/// <param name="Document">The document, from 0.</param>
/// <param name="Concept">The document's concept.</param>
/// <param name="Split">One of <see cref="Splits"/>; all of a document is in one.</param>
/// <param name="Text">Its letters; empty between two delimiters in a row.</param>
public readonly record struct GincSegment(int Index, int Document, int Concept, string Split, string Text);
