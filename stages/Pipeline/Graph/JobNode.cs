namespace Research.Pipeline.Graph;

/// <summary>One job: a target applied to one item. A verb is a job without an item.</summary>
/// <param name="target">The target it belongs to.</param>
/// <param name="item">The spec; null for a verb.</param>
/// <param name="name">Readable, unique in the target.</param>
/// <param name="folderName">The name in a form that every file system takes, unique in the target.</param>
/// <param name="index">Position of the item in the target.</param>
internal sealed class JobNode(TargetNode target, object? item, string name, string folderName, int index)
{
    public TargetNode Target { get; } = target;

    public object? Item { get; } = item;

    public string Name { get; } = name;

    public string FolderName { get; } = folderName;

    public int Index { get; } = index;

    public IReadOnlyList<JobInput> Inputs { get; set; } = [];

    public bool IsVerb => Target.IsVerb;

    /// <summary>Target and name, as messages and <c>--why</c> write it: <c>Train / seed 3</c>.</summary>
    public override string ToString() => IsVerb ? Target.Name : $"{Target.Name} / {Name}";
}
