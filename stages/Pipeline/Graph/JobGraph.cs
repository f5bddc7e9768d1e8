namespace Research.Pipeline.Graph;

/// <summary>Everything a run has to look at, in an order in which it could be done one after another.</summary>
/// <param name="Targets">Dependencies first.</param>
/// <param name="Jobs">By target, then by item.</param>
internal sealed record JobGraph(IReadOnlyList<TargetNode> Targets, IReadOnlyList<JobNode> Jobs);
