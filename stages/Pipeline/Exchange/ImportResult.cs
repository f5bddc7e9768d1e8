using Research.Pipeline.Store;

namespace Research.Pipeline.Exchange;

/// <summary>What an import did.</summary>
/// <param name="Taken">Records of the results that the store has now and had not before.</param>
/// <param name="Present">Results that it had already, with the same bytes.</param>
/// <param name="Bytes">Bytes of what was taken.</param>
public sealed record ImportResult(IReadOnlyList<ActionRecord> Taken, int Present, long Bytes);
