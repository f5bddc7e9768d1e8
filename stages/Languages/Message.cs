namespace Research.Languages;

/// <summary>One message of a corpus: a row of <c>messages.parquet</c>.</summary>
/// <param name="Index">Its place in the corpus, from 0.</param>
/// <param name="Intention">The intention it was drawn from.</param>
/// <param name="Split">One of <see cref="Splits"/>.</param>
/// <param name="Text">Its letters, without the newline that follows it.</param>
public readonly record struct Message(int Index, int Intention, string Split, string Text);
