using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Terminal;

/// <summary>A target's line in the closing table.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Jobs">Number of its jobs; null for a verb.</param>
/// <param name="Cached">How many were cached; null for a verb.</param>
/// <param name="Duration">Time during which at least one of its jobs ran; null if none did.</param>
/// <param name="Note">What is said behind it; may be empty.</param>
internal sealed record SummaryRow(
    string Target, JobStatus Status, int? Jobs, int? Cached, TimeSpan? Duration, string Note);
