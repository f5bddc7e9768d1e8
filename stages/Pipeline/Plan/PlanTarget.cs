using Research.Pipeline.Graph;

namespace Research.Pipeline.Plan;

/// <summary>A target in the drawing.</summary>
/// <param name="Target">The target.</param>
/// <param name="Cached">How many of its jobs are cached.</param>
/// <param name="Label">What stands below the name: <c>30 jobs, 14 cached</c>.</param>
internal sealed record PlanTarget(TargetNode Target, int Cached, string Label)
{
    public string Name => Target.Name;

    /// <summary>Targets it reads from or waits for.</summary>
    public IEnumerable<TargetNode> Needs => Target.Sources.Concat(Target.Prerequisites).Distinct();

    /// <summary>How much of it is done, from 0 to 1; 0 for a verb.</summary>
    public double ShareCached => Target.IsVerb || Target.Jobs.Count == 0 ? 0 : (double)Cached / Target.Jobs.Count;

    /// <summary>A target with a label that counts its jobs.</summary>
    /// <param name="target">The target.</param>
    /// <param name="cached">How many of its jobs are cached.</param>
    public static PlanTarget Of(TargetNode target, int cached)
    {
        var jobs = target.Jobs.Count;
        var label = target.IsVerb ? "verb"
            : cached == jobs ? $"{Counted(jobs)}, cached"
            : cached == 0 ? $"{Counted(jobs)} to run"
            : $"{Counted(jobs)}, {jobs - cached} to run";
        return new PlanTarget(target, cached, label);
    }

    private static string Counted(int jobs) => $"{jobs} {(jobs == 1 ? "job" : "jobs")}";
}
