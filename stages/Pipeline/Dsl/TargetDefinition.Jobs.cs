using Research.Jobs;

namespace Research.Pipeline.Dsl;

/// <summary>The definition of a target with jobs.</summary>
/// <typeparam name="TItem">The immutable record that is the spec of one job.</typeparam>
/// <typeparam name="TArtifact">What each job writes.</typeparam>
public sealed class TargetDefinition<TItem, TArtifact> : ItemDefinition<TargetDefinition<TItem, TArtifact>, TItem>
    where TItem : notnull
    where TArtifact : IArtifact<TArtifact>
{
    internal TargetDefinition(TargetDeclaration declaration)
        : base(declaration)
    {
    }

    /// <summary>An input that depends on the item: <c>From(t => Corpora.For(t.Language))</c>.</summary>
    public TargetDefinition<TItem, TArtifact, T> From<T>(Func<TItem, Input<T>> select)
    {
        Add(select);
        return new(Declaration);
    }

    /// <summary>An input that is the same for every item: <c>From(InContext.All)</c>.</summary>
    public TargetDefinition<TItem, TArtifact, T> From<T>(Input<T> input) => From(_ => input);

    /// <summary>A folder of the repository, by the digest of its content.</summary>
    /// <param name="path">Path from the root of the repository.</param>
    /// <typeparam name="TFolder">The view the stage opens it with.</typeparam>
    public TargetDefinition<TItem, TArtifact, TFolder> FromFolder<TFolder>(string path)
        where TFolder : IArtifact<TFolder> => From(new RepositoryFolder<TFolder>(path));

    /// <summary>A file of the repository, by the digest of its content.</summary>
    /// <param name="path">Path from the root of the repository.</param>
    public TargetDefinition<TItem, TArtifact, FileInfo> FromFile(string path) => From(new RepositoryFile(path));

    /// <summary>
    /// The stage function, which computes one job. Its parameters are the item, the inputs, the artifact to write and
    /// the context. Name a stage's method: the code of a lambda is the build program's, so that its jobs run again
    /// whenever anything in <c>build/</c> or in the engine changes.
    /// </summary>
    /// <exception cref="InputException"><c>Runs</c> was called before.</exception>
    public TargetDefinition<TItem, TArtifact> Runs(Action<TItem, TArtifact, JobContext> stage)
    {
        Declaration.SetStage(stage, (item, _, folder, job) =>
            stage((TItem)item, TArtifact.Open(folder), job));
        return this;
    }
}

/// <summary>The definition of a target with one input.</summary>
/// <typeparam name="TItem">The immutable record that is the spec of one job.</typeparam>
/// <typeparam name="TArtifact">What each job writes.</typeparam>
/// <typeparam name="T1">What the stage function receives as input 1.</typeparam>
public sealed class TargetDefinition<TItem, TArtifact, T1>
    : ItemDefinition<TargetDefinition<TItem, TArtifact, T1>, TItem>
    where TItem : notnull
    where TArtifact : IArtifact<TArtifact>
{
    internal TargetDefinition(TargetDeclaration declaration)
        : base(declaration)
    {
    }

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.From{T}(Func{TItem, Input{T}})"/>
    public TargetDefinition<TItem, TArtifact, T1, T> From<T>(Func<TItem, Input<T>> select)
    {
        Add(select);
        return new(Declaration);
    }

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.From{T}(Input{T})"/>
    public TargetDefinition<TItem, TArtifact, T1, T> From<T>(Input<T> input) => From(_ => input);

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.FromFolder{TFolder}(string)"/>
    public TargetDefinition<TItem, TArtifact, T1, TFolder> FromFolder<TFolder>(string path)
        where TFolder : IArtifact<TFolder> => From(new RepositoryFolder<TFolder>(path));

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.FromFile(string)"/>
    public TargetDefinition<TItem, TArtifact, T1, FileInfo> FromFile(string path) => From(new RepositoryFile(path));

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.Runs(Action{TItem, TArtifact, JobContext})"/>
    public TargetDefinition<TItem, TArtifact> Runs(Action<TItem, T1, TArtifact, JobContext> stage)
    {
        Declaration.SetStage(stage, (item, inputs, folder, job) =>
            stage((TItem)item, (T1)inputs[0], TArtifact.Open(folder), job));
        return new(Declaration);
    }
}

/// <summary>The definition of a target with two inputs.</summary>
/// <typeparam name="TItem">The immutable record that is the spec of one job.</typeparam>
/// <typeparam name="TArtifact">What each job writes.</typeparam>
/// <typeparam name="T1">What the stage function receives as input 1.</typeparam>
/// <typeparam name="T2">What the stage function receives as input 2.</typeparam>
public sealed class TargetDefinition<TItem, TArtifact, T1, T2>
    : ItemDefinition<TargetDefinition<TItem, TArtifact, T1, T2>, TItem>
    where TItem : notnull
    where TArtifact : IArtifact<TArtifact>
{
    internal TargetDefinition(TargetDeclaration declaration)
        : base(declaration)
    {
    }

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.From{T}(Func{TItem, Input{T}})"/>
    public TargetDefinition<TItem, TArtifact, T1, T2, T> From<T>(Func<TItem, Input<T>> select)
    {
        Add(select);
        return new(Declaration);
    }

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.From{T}(Input{T})"/>
    public TargetDefinition<TItem, TArtifact, T1, T2, T> From<T>(Input<T> input) => From(_ => input);

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.FromFolder{TFolder}(string)"/>
    public TargetDefinition<TItem, TArtifact, T1, T2, TFolder> FromFolder<TFolder>(string path)
        where TFolder : IArtifact<TFolder> => From(new RepositoryFolder<TFolder>(path));

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.FromFile(string)"/>
    public TargetDefinition<TItem, TArtifact, T1, T2, FileInfo> FromFile(string path) => From(new RepositoryFile(path));

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.Runs(Action{TItem, TArtifact, JobContext})"/>
    public TargetDefinition<TItem, TArtifact> Runs(Action<TItem, T1, T2, TArtifact, JobContext> stage)
    {
        Declaration.SetStage(stage, (item, inputs, folder, job) =>
            stage((TItem)item, (T1)inputs[0], (T2)inputs[1], TArtifact.Open(folder), job));
        return new(Declaration);
    }
}

/// <summary>The definition of a target with three inputs.</summary>
/// <typeparam name="TItem">The immutable record that is the spec of one job.</typeparam>
/// <typeparam name="TArtifact">What each job writes.</typeparam>
/// <typeparam name="T1">What the stage function receives as input 1.</typeparam>
/// <typeparam name="T2">What the stage function receives as input 2.</typeparam>
/// <typeparam name="T3">What the stage function receives as input 3.</typeparam>
public sealed class TargetDefinition<TItem, TArtifact, T1, T2, T3>
    : ItemDefinition<TargetDefinition<TItem, TArtifact, T1, T2, T3>, TItem>
    where TItem : notnull
    where TArtifact : IArtifact<TArtifact>
{
    internal TargetDefinition(TargetDeclaration declaration)
        : base(declaration)
    {
    }

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.From{T}(Func{TItem, Input{T}})"/>
    public TargetDefinition<TItem, TArtifact, T1, T2, T3, T> From<T>(Func<TItem, Input<T>> select)
    {
        Add(select);
        return new(Declaration);
    }

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.From{T}(Input{T})"/>
    public TargetDefinition<TItem, TArtifact, T1, T2, T3, T> From<T>(Input<T> input) => From(_ => input);

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.FromFolder{TFolder}(string)"/>
    public TargetDefinition<TItem, TArtifact, T1, T2, T3, TFolder> FromFolder<TFolder>(string path)
        where TFolder : IArtifact<TFolder> => From(new RepositoryFolder<TFolder>(path));

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.FromFile(string)"/>
    public TargetDefinition<TItem, TArtifact, T1, T2, T3, FileInfo> FromFile(string path) =>
        From(new RepositoryFile(path));

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.Runs(Action{TItem, TArtifact, JobContext})"/>
    public TargetDefinition<TItem, TArtifact> Runs(Action<TItem, T1, T2, T3, TArtifact, JobContext> stage)
    {
        Declaration.SetStage(stage, (item, inputs, folder, job) =>
            stage((TItem)item, (T1)inputs[0], (T2)inputs[1], (T3)inputs[2], TArtifact.Open(folder), job));
        return new(Declaration);
    }
}

/// <summary>The definition of a target with four inputs.</summary>
/// <typeparam name="TItem">The immutable record that is the spec of one job.</typeparam>
/// <typeparam name="TArtifact">What each job writes.</typeparam>
/// <typeparam name="T1">What the stage function receives as input 1.</typeparam>
/// <typeparam name="T2">What the stage function receives as input 2.</typeparam>
/// <typeparam name="T3">What the stage function receives as input 3.</typeparam>
/// <typeparam name="T4">What the stage function receives as input 4.</typeparam>
public sealed class TargetDefinition<TItem, TArtifact, T1, T2, T3, T4>
    : ItemDefinition<TargetDefinition<TItem, TArtifact, T1, T2, T3, T4>, TItem>
    where TItem : notnull
    where TArtifact : IArtifact<TArtifact>
{
    internal TargetDefinition(TargetDeclaration declaration)
        : base(declaration)
    {
    }

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.From{T}(Func{TItem, Input{T}})"/>
    public TargetDefinition<TItem, TArtifact, T1, T2, T3, T4, T> From<T>(Func<TItem, Input<T>> select)
    {
        Add(select);
        return new(Declaration);
    }

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.From{T}(Input{T})"/>
    public TargetDefinition<TItem, TArtifact, T1, T2, T3, T4, T> From<T>(Input<T> input) => From(_ => input);

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.FromFolder{TFolder}(string)"/>
    public TargetDefinition<TItem, TArtifact, T1, T2, T3, T4, TFolder> FromFolder<TFolder>(string path)
        where TFolder : IArtifact<TFolder> => From(new RepositoryFolder<TFolder>(path));

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.FromFile(string)"/>
    public TargetDefinition<TItem, TArtifact, T1, T2, T3, T4, FileInfo> FromFile(string path) =>
        From(new RepositoryFile(path));

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.Runs(Action{TItem, TArtifact, JobContext})"/>
    public TargetDefinition<TItem, TArtifact> Runs(Action<TItem, T1, T2, T3, T4, TArtifact, JobContext> stage)
    {
        Declaration.SetStage(stage, (item, inputs, folder, job) =>
            stage(
                (TItem)item,
                (T1)inputs[0],
                (T2)inputs[1],
                (T3)inputs[2],
                (T4)inputs[3],
                TArtifact.Open(folder),
                job));
        return new(Declaration);
    }
}

/// <summary>The definition of a target with five inputs.</summary>
/// <typeparam name="TItem">The immutable record that is the spec of one job.</typeparam>
/// <typeparam name="TArtifact">What each job writes.</typeparam>
/// <typeparam name="T1">What the stage function receives as input 1.</typeparam>
/// <typeparam name="T2">What the stage function receives as input 2.</typeparam>
/// <typeparam name="T3">What the stage function receives as input 3.</typeparam>
/// <typeparam name="T4">What the stage function receives as input 4.</typeparam>
/// <typeparam name="T5">What the stage function receives as input 5.</typeparam>
public sealed class TargetDefinition<TItem, TArtifact, T1, T2, T3, T4, T5>
    : ItemDefinition<TargetDefinition<TItem, TArtifact, T1, T2, T3, T4, T5>, TItem>
    where TItem : notnull
    where TArtifact : IArtifact<TArtifact>
{
    internal TargetDefinition(TargetDeclaration declaration)
        : base(declaration)
    {
    }

    /// <inheritdoc cref="TargetDefinition{TItem, TArtifact}.Runs(Action{TItem, TArtifact, JobContext})"/>
    public TargetDefinition<TItem, TArtifact> Runs(Action<TItem, T1, T2, T3, T4, T5, TArtifact, JobContext> stage)
    {
        Declaration.SetStage(stage, (item, inputs, folder, job) =>
            stage(
                (TItem)item,
                (T1)inputs[0],
                (T2)inputs[1],
                (T3)inputs[2],
                (T4)inputs[3],
                (T5)inputs[4],
                TArtifact.Open(folder),
                job));
        return new(Declaration);
    }
}
