namespace Research.Skills.Peeling;

/// <summary>
/// Nodes, as their places in a range, on their way from parts of one side to the ranges of the other. Each part writes to its own boxes and
/// each range reads its own, so nothing is shared while threads run.
/// </summary>
/// <param name="parts">Senders.</param>
/// <param name="ranges">Receivers.</param>
internal sealed class Mail(int parts, int ranges)
{
    private readonly GrowingList<ushort>[] boxes = [.. Enumerable.Range(0, parts * ranges).Select(_ => new GrowingList<ushort>())];

    /// <summary>The boxes of a sender, one for each range.</summary>
    public ReadOnlySpan<GrowingList<ushort>> From(int part) => boxes.AsSpan(part * ranges, ranges);

    /// <summary>One box.</summary>
    public GrowingList<ushort> Box(int part, int range) => boxes[(part * ranges) + range];
}
