namespace Research.Pipeline.Scheduling;

/// <summary>How far a job is, for a person.</summary>
/// <param name="Share">Done of all, from 0 to 1.</param>
/// <param name="Rate">Units a second, of late; 0 if not known yet.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Note">What the job says beside it; may be empty.</param>
/// <param name="Left">Time left at this rate; null if not known.</param>
internal sealed record ProgressReading(double Share, double Rate, string Unit, string Note, TimeSpan? Left);
