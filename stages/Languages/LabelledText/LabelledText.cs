namespace Research.Languages.LabelledText;

/// <summary>One text of a user's file: a row of <c>messages.parquet</c>.</summary>
/// <param name="Row">Its row in the file, from 1; the header does not count.</param>
/// <param name="Split">One of <see cref="Splits"/>; equal texts are in the same.</param>
/// <param name="Label">The label, without blanks around it.</param>
/// <param name="Text">The text.</param>
public sealed record LabelledText(long Row, string Split, string Label, string Text);
