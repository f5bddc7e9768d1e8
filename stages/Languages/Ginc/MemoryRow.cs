namespace Research.Languages.Ginc;

/// <summary>A cell of the memory: a row of <c>memory.parquet</c>.</summary>
/// <param name="Value">The value.</param>
/// <param name="Slot">The slot.</param>
/// <param name="Token">The token that the state shows, 0 for the delimiter.</param>
/// <param name="Letter">Its letter; empty for the delimiter.</param>
public readonly record struct MemoryRow(int Value, int Slot, int Token, string Letter);
