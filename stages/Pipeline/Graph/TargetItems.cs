using Research.Jobs;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Graph;

/// <summary>All items of a target as jobs, also those that take no part in the run.</summary>
internal sealed class TargetItems
{
    private readonly TargetNode _target;
    private readonly Dictionary<object, JobNode> _byItem = [];
    private Dictionary<string, JobNode>? _bySpec;

    /// <summary>Makes the jobs of a target.</summary>
    /// <exception cref="InputException">Two items have the same text, or none.</exception>
    public TargetItems(TargetNode target)
    {
        _target = target;
        var names = new HashSet<string>(StringComparer.Ordinal);
        var folders = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var jobs = new List<JobNode>();
        foreach (var item in target.Declaration.Items!)
        {
            var name = item.ToString() ?? "";
            if (name.Length == 0 || name.Contains('\n'))
                throw Wrong($"the text of item {jobs.Count + 1} is empty or has several lines");
            if (!names.Add(name))
                throw Wrong($"two items are named '{name}'");
            var job = new JobNode(target, item, name, FolderNames.Of(name, folders), jobs.Count);
            jobs.Add(job);
            _byItem[item] = job;
        }

        All = jobs;
    }

    public IReadOnlyList<JobNode> All { get; }

    /// <summary>
    /// The job of an item, or of one with the same canonical form: records with arrays do not know they are equal.
    /// </summary>
    /// <exception cref="InputException">The target has no such item.</exception>
    public JobNode Find(object item, string usedBy)
    {
        if (_byItem.TryGetValue(item, out var job))
            return job;
        _bySpec ??= All.ToDictionary(known => SpecText(known.Item!), StringComparer.Ordinal);
        return _bySpec.TryGetValue(SpecText(item), out job)
            ? job
            : throw new InputException(
                $"it asks target {_target.Name} for the item '{item}', which is none of its {All.Count} items",
                usedBy,
                $"Add the item to {_target.Name}.ForEach(...) or ask for another.");
    }

    private static string SpecText(object item) =>
        string.Join(
            '\n', SpecCanonicalizer.Components(item).Select(component => $"{component.Name}={component.Value}"));

    private InputException Wrong(string what) =>
        new(what, $"target {_target.Name}", "Override the record's ToString() so that each job has a name of its own.");
}
