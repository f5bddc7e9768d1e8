using System.ComponentModel;

namespace Research.Pipeline.Dsl;

/// <summary>What every target can say about itself.</summary>
/// <typeparam name="TSelf">The definition type that the chain goes on with.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Definition<TSelf>
    where TSelf : Definition<TSelf>
{
    private protected Definition(TargetDeclaration declaration) => Declaration = declaration;

    internal TargetDeclaration Declaration { get; }

    /// <summary>One line for <c>--help</c> and the plan.</summary>
    public TSelf Description(string description)
    {
        Declaration.Description = description;
        return (TSelf)this;
    }

    /// <summary>Keeps the target out of <c>--help</c>.</summary>
    public TSelf Unlisted()
    {
        Declaration.IsUnlisted = true;
        return (TSelf)this;
    }

    /// <summary>Runs these targets first, all their jobs; nothing of them is read.</summary>
    public TSelf DependsOn(params IEnumerable<Delegate> targets)
    {
        Declaration.Dependencies.AddRange(targets);
        return (TSelf)this;
    }

    /// <summary>Runs after these targets, if they take part in the run at all.</summary>
    public TSelf After(params IEnumerable<Delegate> targets)
    {
        Declaration.OrderedAfter.AddRange(targets);
        return (TSelf)this;
    }
}
