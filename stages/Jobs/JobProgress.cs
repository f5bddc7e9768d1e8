namespace Research.Jobs;

/// <summary>How far a job is.</summary>
/// <param name="Done">Work done so far, in <paramref name="Unit"/>; from 0 to <paramref name="Total"/>.</param>
/// <param name="Total">All the work of the job, in <paramref name="Unit"/>; positive.</param>
/// <param name="Unit">What is counted, short enough for a rate: <c>tok</c>, <c>prompts</c>, <c>rows</c>.</param>
/// <param name="Note">What a watcher would like to see beside the bar, such as <c>loss 1.043</c>; may be empty.</param>
public readonly record struct JobProgress(double Done, double Total, string Unit, string Note = "");
