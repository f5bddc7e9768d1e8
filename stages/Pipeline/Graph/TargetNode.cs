using Research.Pipeline.Dsl;

namespace Research.Pipeline.Graph;

/// <summary>A target that takes part in a run.</summary>
internal sealed class TargetNode
{
    /// <summary>
    /// Makes the jobs of a target's items; they take part in the run once they are added to <see cref="Jobs"/>.
    /// </summary>
    /// <exception cref="Research.Jobs.InputException">Two items have the same text, or none.</exception>
    public TargetNode(TargetDeclaration declaration)
    {
        Declaration = declaration;
        Items = declaration.IsVerb ? null : new TargetItems(this);
    }

    public TargetDeclaration Declaration { get; }

    /// <summary>All items as jobs; null for a verb.</summary>
    public TargetItems? Items { get; }

    public string Name => Declaration.Name;

    public bool IsVerb => Declaration.IsVerb;

    /// <summary>The folder of its artifacts below the profile's, with forward slashes.</summary>
    public string Folder => Declaration.Folder?.Replace('\\', '/').TrimEnd('/') ?? FolderNames.KebabCase(Name);

    /// <summary>
    /// Jobs that take part in the run, in the order of the items. A verb has exactly one, without an item.
    /// </summary>
    public List<JobNode> Jobs { get; } = [];

    /// <summary>
    /// Targets that have to be done before any job of this one starts: <c>DependsOn</c> and <c>After</c>.
    /// </summary>
    public List<TargetNode> Prerequisites { get; } = [];

    /// <summary>Targets of <see cref="Prerequisites"/> that only set the order.</summary>
    public HashSet<TargetNode> OrderOnly { get; } = [];

    /// <summary>Targets whose artifacts its jobs read.</summary>
    public List<TargetNode> Sources { get; } = [];

    /// <summary>Targets that it brings into a run: those it reads from and those of <c>DependsOn</c>.</summary>
    public IEnumerable<TargetNode> Needs =>
        Sources.Concat(Prerequisites.Where(earlier => !OrderOnly.Contains(earlier))).Distinct();

    /// <summary>Why the verb will not run, or null if it will.</summary>
    public string? SkipReason { get; set; }

    public override string ToString() => Name;
}
