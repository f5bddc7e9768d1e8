using Research.Jobs;

namespace Research.Pipeline.Dsl;

/// <summary>
/// A target of a build class: <c>Target&lt;Training, Checkpoint&gt; Train => _ =>
/// _.ForEach(...).From(...).Runs(...)</c>. It stands for a family of jobs, one per item.
/// </summary>
/// <param name="_">The empty definition to fill in.</param>
/// <typeparam name="TItem">The immutable record that is the spec of one job; its text is the job's name.</typeparam>
/// <typeparam name="TArtifact">What each job writes.</typeparam>
public delegate TargetDefinition<TItem, TArtifact> Target<TItem, TArtifact>(TargetDefinition<TItem, TArtifact> _)
    where TItem : notnull
    where TArtifact : IArtifact<TArtifact>;

/// <summary>
/// A plain verb of a build class: <c>Target Test => _ => _.Executes(() => ...)</c>. It has no artifact and is never
/// cached.
/// </summary>
/// <param name="_">The empty definition to fill in.</param>
public delegate TargetDefinition Target(TargetDefinition _);
