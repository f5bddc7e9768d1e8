namespace Research.Mirage.Arithmetic;

/// <summary>A solved problem of the corpus.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Split"><c>train</c> or <c>validation</c>.</param>
/// <param name="Task">Its task.</param>
/// <param name="Length">Digits of its result.</param>
/// <param name="Text">Question and answer.</param>
public sealed record ArithmeticMessage(int Index, string Split, ArithmeticTask Task, int Length, string Text);
