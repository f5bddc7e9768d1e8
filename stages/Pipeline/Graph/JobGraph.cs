using Research.Jobs;
using Research.Pipeline.Dsl;

namespace Research.Pipeline.Graph;

/// <summary>Everything a run has to look at, in an order in which it could be done one after another.</summary>
/// <param name="Catalog">The targets of the build.</param>
/// <param name="Targets">Those that take part, dependencies first.</param>
/// <param name="Jobs">By target, then by item.</param>
internal sealed record JobGraph(TargetCatalog Catalog, IReadOnlyList<TargetNode> Targets, IReadOnlyList<JobNode> Jobs)
{
    /// <summary>The jobs that an input stands for.</summary>
    /// <param name="source">The input.</param>
    /// <param name="usedBy">Who reads it, for messages.</param>
    /// <exception cref="InputException">They take no part in the run, or the input is no artifact.</exception>
    public IReadOnlyList<JobNode> Find(InputSource source, string usedBy)
    {
        var jobs = source switch
        {
            InputSource.OneJob(var definition, var item) => [TargetOf(definition, usedBy).Items!.Find(item, usedBy)],
            InputSource.ManyJobs(var definition, var filter) =>
                TargetOf(definition, usedBy).Items!.All.Where(job => filter(job.Item!)).ToList(),
            InputSource.Named(var parts) => [.. parts.SelectMany(part => Find(part.Value, usedBy))],
            _ => throw new InputException("a source file or folder is no artifact", usedBy, "Read it by its path."),
        };
        return jobs.Find(job => !job.Target.Jobs.Contains(job)) is { } stranger
            ? throw NotInRun(stranger.ToString(), usedBy)
            : jobs;
    }

    private TargetNode TargetOf(Delegate definition, string usedBy)
    {
        var declaration = Catalog.Resolve(definition, usedBy);
        return Targets.FirstOrDefault(target => target.Declaration == declaration)
            ?? throw NotInRun(declaration.Name, usedBy);
    }

    private static InputException NotInRun(string what, string usedBy) =>
        new(
            $"it opens the artifact of {what}, which takes no part in the run",
            usedBy,
            "Add DependsOn(...) to its definition.");
}
