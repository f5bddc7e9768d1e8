using Research.Pipeline.Dsl;

namespace Research.Pipeline.Graph;

/// <summary>A target that takes part in a run.</summary>
internal sealed class TargetNode(TargetDeclaration declaration)
{
    public TargetDeclaration Declaration { get; } = declaration;

    public string Name => Declaration.Name;

    public bool IsVerb => Declaration.IsVerb;

    /// <summary>Jobs that take part in the run, in the order of the items. A verb has exactly one, without an item.</summary>
    public List<JobNode> Jobs { get; } = [];

    /// <summary>Targets that have to be done before any job of this one starts: <c>DependsOn</c> and <c>After</c>.</summary>
    public List<TargetNode> Prerequisites { get; } = [];

    /// <summary>Targets of <see cref="Prerequisites"/> that only set the order.</summary>
    public HashSet<TargetNode> OrderOnly { get; } = [];

    /// <summary>Targets whose artifacts its jobs read.</summary>
    public List<TargetNode> Sources { get; } = [];

    /// <summary>Why the verb will not run, or null if it will.</summary>
    public string? SkipReason { get; set; }

    public override string ToString() => Name;
}
