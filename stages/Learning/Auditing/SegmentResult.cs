namespace Research.Learning.Auditing;

/// <summary>What became of a segment that was replayed.</summary>
/// <param name="Segment">Which.</param>
/// <param name="Steps">Updates made again: all of it, or up to the mismatch.</param>
/// <param name="Mismatch">Where it first came to something else; null if it gave the same bits everywhere.</param>
public sealed record SegmentResult(Segment Segment, int Steps, Mismatch? Mismatch)
{
    /// <summary>A line for a person.</summary>
    public override string ToString() =>
        $"{Segment}: {(Mismatch is null ? "the same bits" : $"DIFFERENT {Mismatch}")}";
}
