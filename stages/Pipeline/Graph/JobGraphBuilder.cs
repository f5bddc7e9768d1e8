using Research.Jobs;
using Research.Pipeline.Dsl;

namespace Research.Pipeline.Graph;

/// <summary>Finds the jobs that the wanted targets need, and nothing more.</summary>
internal sealed class JobGraphBuilder
{
    private readonly TargetCatalog _catalog;
    private readonly string _root;
    private readonly Dictionary<TargetDeclaration, TargetNode> _nodes = [];
    private readonly HashSet<TargetNode> _whole = [];
    private readonly Dictionary<JobNode, bool> _finished = [];
    private readonly List<TargetNode> _order = [];

    private JobGraphBuilder(TargetCatalog catalog, string root) => (_catalog, _root) = (catalog, root);

    /// <summary>The graph of all jobs of the wanted targets and of the jobs these need.</summary>
    /// <param name="catalog">The targets of the build.</param>
    /// <param name="wanted">Names of targets.</param>
    /// <param name="root">Root folder of the repository, for source files and folders.</param>
    /// <exception cref="InputException">A definition is wrong: unknown items, cycles, missing source files.</exception>
    public static JobGraph Build(TargetCatalog catalog, IEnumerable<TargetDeclaration> wanted, string root)
    {
        var builder = new JobGraphBuilder(catalog, root);
        foreach (var target in wanted)
            builder.AddWhole(builder.NodeOf(target));
        builder.AddOrderOnly();
        foreach (var target in builder._order)
            target.Jobs.Sort((left, right) => left.Index - right.Index);
        var graph = new JobGraph(catalog, builder._order, [.. builder._order.SelectMany(target => target.Jobs)]);
        CycleCheck.Run(graph);
        FolderCheck.Run(graph);
        return graph;
    }

    private TargetNode NodeOf(TargetDeclaration declaration)
    {
        if (_nodes.TryGetValue(declaration, out var node))
            return node;
        return _nodes[declaration] = new TargetNode(declaration);
    }

    private void AddWhole(TargetNode target)
    {
        if (!_whole.Add(target))
            return;
        if (target.IsVerb)
            target.SkipReason = target.Declaration.StaticConditions.Find(condition => !condition.IsMet())?.Text;
        if (target.SkipReason is null)
            AddDependencies(target);
        if (target.Items is null)
            target.Jobs.Add(new JobNode(target, item: null, target.Name, FolderNames.KebabCase(target.Name), 0));
        foreach (var job in target.Items?.All ?? [])
            AddJob(job);
        if (!_order.Contains(target))
            _order.Add(target);
    }

    private void AddDependencies(TargetNode target)
    {
        foreach (var definition in target.Declaration.Dependencies)
        {
            var dependency = NodeOf(_catalog.Resolve(definition, $"target {target.Name}, DependsOn"));
            AddWhole(dependency);
            if (!target.Prerequisites.Contains(dependency))
                target.Prerequisites.Add(dependency);
        }
    }

    private void AddJob(JobNode job)
    {
        if (_finished.TryGetValue(job, out var finished))
        {
            if (!finished)
                throw new InputException("it needs its own artifact", job.ToString(), "Break the cycle of its inputs.");
            return;
        }

        _finished[job] = false;
        if (job.Target.Jobs.Count == 0)
            AddDependencies(job.Target);
        job.Target.Jobs.Add(job);
        var roles = job.Target.Declaration.Stage!.Roles;
        job.Inputs = [.. job.Target.Declaration.Inputs.Select((bind, i) => Find(job, roles[i], bind(job.Item!)))];
        if (!_order.Contains(job.Target))
            _order.Add(job.Target);
        _finished[job] = true;
    }

    private JobInput Find(JobNode job, string role, BoundInput input)
    {
        var usedBy = $"{job}, input '{role}'";
        switch (input.Source)
        {
            case InputSource.OneJob(var definition, var item):
                return Artifacts(
                    [new("", SourceOf(job, definition, usedBy).Items!.Find(item, usedBy))], (_, _) => role);
            case InputSource.ManyJobs or InputSource.Named:
                return Artifacts(
                    [.. Parts(job, input.Source, "", usedBy)],
                    (name, i) => $"{role}{(name.Length > 0 ? $".{name}" : "")}[{i}]");
            case InputSource.OfUser file:
                var found = UserFile.Find(file);
                return new JobInput.Repository(role, found, Directory.Exists(found), folders => input.Open(folders, [""]));
            default:
                var (path, isFolder) = (InputSource.Repository)input.Source;
                var full = Path.Combine(_root, path);
                return (isFolder ? Directory.Exists(full) : File.Exists(full))
                    ? new JobInput.Repository(
                        role, path.Replace('\\', '/'), isFolder, folders => input.Open(folders, [""]))
                    : throw new InputException(
                        $"the {(isFolder ? "folder" : "file")} '{path}' does not exist",
                        usedBy,
                        "Restore it, or correct the path.");
        }

        JobInput.Artifacts Artifacts(
            IReadOnlyList<KeyValuePair<string, JobNode>> jobs, Func<string, int, string> roleOf)
        {
            foreach (var (_, needed) in jobs)
                AddJob(needed);
            var names = jobs.Select(part => part.Key).ToList();
            var roles = names.Select(
                (name, i) => roleOf(name, names.Take(i).Count(earlier => earlier == name))).ToList();
            return new JobInput.Artifacts(
                role, [.. jobs.Select(part => part.Value)], roles, folders => input.Open(folders, names));
        }
    }

    private IEnumerable<KeyValuePair<string, JobNode>> Parts(
        JobNode job, InputSource source, string name, string usedBy) => source switch
    {
        InputSource.OneJob(var definition, var item) =>
            [new(name, SourceOf(job, definition, usedBy).Items!.Find(item, usedBy))],
        InputSource.ManyJobs(var definition, var filter) => SourceOf(job, definition, usedBy).Items!.All
            .Where(candidate => filter(candidate.Item!))
            .Select(candidate => new KeyValuePair<string, JobNode>(name, candidate)),
        InputSource.Named(var parts) => parts.SelectMany(part => Parts(job, part.Value, part.Key, usedBy)),
        _ =>
            throw new InputException(
                "a source file or folder cannot be one of several artifacts", usedBy, "Give it a From of its own."),
    };

    private TargetNode SourceOf(JobNode job, Delegate definition, string usedBy)
    {
        var source = NodeOf(_catalog.Resolve(definition, usedBy));
        if (!job.Target.Sources.Contains(source))
            job.Target.Sources.Add(source);
        return source;
    }

    private void AddOrderOnly()
    {
        foreach (var target in _order)
        {
            foreach (var definition in target.Declaration.OrderedAfter)
            {
                var earlier = NodeOf(_catalog.Resolve(definition, $"target {target.Name}, After"));
                if (!_order.Contains(earlier) || target.Prerequisites.Contains(earlier))
                    continue;
                target.Prerequisites.Add(earlier);
                target.OrderOnly.Add(earlier);
            }
        }
    }
}
