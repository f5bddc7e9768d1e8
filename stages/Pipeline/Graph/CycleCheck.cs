using Research.Jobs;

namespace Research.Pipeline.Graph;

/// <summary>Sees that a run can end: no target waits, in the end, for itself.</summary>
internal static class CycleCheck
{
    /// <summary>Follows inputs and prerequisites.</summary>
    /// <exception cref="InputException">There is a cycle; the message names it.</exception>
    public static void Run(JobGraph graph)
    {
        var done = new HashSet<JobNode>();
        var path = new List<JobNode>();
        foreach (var job in graph.Jobs)
            Visit(job, done, path);
    }

    private static void Visit(JobNode job, HashSet<JobNode> done, List<JobNode> path)
    {
        if (done.Contains(job))
            return;
        var start = path.IndexOf(job);
        if (start >= 0)
        {
            var cycle = path[start..].Append(job).Select(node => node.ToString());
            throw new InputException(
                $"the targets wait for each other: {string.Join(" <- ", cycle)}",
                "build",
                "Remove one of these dependencies.");
        }

        path.Add(job);
        foreach (var needed in Needs(job))
            Visit(needed, done, path);
        path.RemoveAt(path.Count - 1);
        done.Add(job);
    }

    private static IEnumerable<JobNode> Needs(JobNode job) =>
        job.Inputs.OfType<JobInput.Artifacts>().SelectMany(input => input.Jobs)
            .Concat(job.Target.Prerequisites.SelectMany(target => target.Jobs));
}
