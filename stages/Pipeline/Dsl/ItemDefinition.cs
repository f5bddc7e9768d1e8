using System.ComponentModel;
using Research.Jobs;

namespace Research.Pipeline.Dsl;

/// <summary>What every target with jobs can say about itself, whatever its number of inputs.</summary>
/// <typeparam name="TSelf">The definition type that the chain goes on with.</typeparam>
/// <typeparam name="TItem">The spec of one job.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ItemDefinition<TSelf, TItem> : Definition<TSelf>
    where TSelf : ItemDefinition<TSelf, TItem>
    where TItem : notnull
{
    private protected ItemDefinition(TargetDeclaration declaration)
        : base(declaration)
    {
    }

    /// <summary>
    /// One job per item. Items are immutable records: the spec in the key, and by their text the job's name.
    /// </summary>
    /// <exception cref="InputException"><c>ForEach</c> was called before.</exception>
    public TSelf ForEach(params IEnumerable<TItem> items)
    {
        if (Declaration.Items is not null)
            throw new InputException(
                "ForEach(...) is called twice", $"target {Declaration.Name}", "Give it all items at once.");
        Declaration.Items = [.. items];
        return (TSelf)this;
    }

    /// <summary>What a job may use.</summary>
    /// <param name="cores">
    /// The most cores a job can use well, at least 1 (the default); <see cref="ResearchBuild.AllCores"/> for as many
    /// as there are. The scheduler sets the job's threads accordingly; results never depend on it.
    /// </param>
    public TSelf Resources(int cores)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cores, 1);
        Declaration.Cores = cores;
        return (TSelf)this;
    }

    /// <summary>
    /// The folder under the profile's artifacts that shows the results; by default the target's name in kebab-case.
    /// </summary>
    public TSelf Into(string folder)
    {
        Declaration.Folder = folder;
        return (TSelf)this;
    }

    private protected void Add<T>(Func<TItem, Input<T>> select) => Declaration.Inputs.Add(item =>
    {
        var input = select((TItem)item);
        return new BoundInput(input.Source, (folders, names) => input.Open(folders, names)!);
    });
}
