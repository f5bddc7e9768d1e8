namespace Research.Learning.Data;

/// <summary>What the trainer needs of a row of <c>messages.parquet</c>.</summary>
/// <param name="Split"><c>train</c> or <c>validation</c>.</param>
/// <param name="Text">One message, without its newline.</param>
internal sealed record MessageRow(string Split, string Text);
