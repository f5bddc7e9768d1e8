using Research.Jobs;
using Research.Pipeline.CommandLine;
using Research.Pipeline.Exchange;
using Research.Pipeline.Explain;
using Research.Pipeline.Graph;
using Research.Pipeline.Records;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Terminal;

namespace Research.Pipeline.Dsl;

/// <summary>
/// The base of a build class. Its properties of type <see cref="Target{TItem, TArtifact}"/> and <see cref="Target"/>
/// are the targets, its fields with <see cref="Parameters.ParameterAttribute"/> the parameters.
/// </summary>
public abstract class ResearchBuild
{
    /// <summary>For <c>Resources(cores: AllCores)</c>: as many cores as the run has.</summary>
    protected const int AllCores = int.MaxValue;

    internal BuildSession? Session { get; set; }

    /// <summary>Full path of the root folder of the repository.</summary>
    protected string RootDirectory => Bound.Root;

    /// <summary>Full path of the profile's artifacts.</summary>
    protected string ArtifactsDirectory => Bound.ArtifactsFolder;

    /// <summary>Name of the profile.</summary>
    protected string Profile => Bound.Profile;

    /// <summary>Cores of this run.</summary>
    protected int Cores => Bound.Cores;

    /// <summary>Where jobs of this run compute with models.</summary>
    protected DeviceChoice Device => Bound.Device;

    /// <summary>A person runs the build, not a server.</summary>
    protected bool IsLocalBuild => !Bound.IsServer;

    /// <summary>Signalled when the user wants to stop; for the bodies of verbs.</summary>
    protected CancellationToken Cancellation => Bound.Cancellation;

    /// <summary>Versions by name that belong in every run record besides those of the engine and the runtime.</summary>
    protected internal virtual IReadOnlyDictionary<string, string> Versions => new Dictionary<string, string>();

    /// <summary>How verbs speak to the user.</summary>
    protected BuildLog Log => Bound.Log ?? throw OnlyWhileRunning(nameof(Log));

    /// <summary>Where a verb reports how far it is: a line every five seconds, with rate and time left.</summary>
    protected IProgress<JobProgress> Progress => new LoggedProgress(Log.Information, TimeProvider.System);

    /// <summary>The run up to now; for the bodies of verbs.</summary>
    protected RunRecord Run => (Bound.Recorder ?? throw OnlyWhileRunning(nameof(Run))).Take();

    private JobKeys Keys => new(Bound.Store!.Fingerprints, new RepositoryDigests(Bound.Root));

    private BuildSession Bound => Session ?? throw OnlyWhileRunning("The build");

    /// <summary>
    /// The entry point of a build program: parses the arguments, runs the targets, returns the exit code.
    /// </summary>
    /// <param name="args">The arguments of the process.</param>
    /// <param name="defaultTarget">The target to run when none is named.</param>
    /// <returns>0 success, 1 failure, 2 bad usage, 130 cancelled.</returns>
    protected static int Execute<TBuild>(string[] args, Func<TBuild, Delegate> defaultTarget)
        where TBuild : ResearchBuild, new()
    {
        using var signals = new StopSignals();
        var host = BuildHost.OfProcess(signals.Token);
        return BuildProgram.RunAsync(host, new TBuild(), args, build => defaultTarget((TBuild)build))
            .GetAwaiter()
            .GetResult();
    }

    /// <summary>
    /// Opens artifacts in the body of a verb: <c>Open(Render.For(report))</c>, <c>Open(InContext.All)</c>.
    /// </summary>
    /// <exception cref="InputException">
    /// The jobs took no part in the run, or have no artifact because they failed.
    /// </exception>
    protected T Open<T>(Input<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var state = Bound.State ?? throw OnlyWhileRunning(nameof(Open));
        var usedBy = $"target {Bound.CurrentVerb}";
        var folders = state.Graph.Find(input.Source, usedBy).Select(job => state.RunOf(job).Output?.Folder
            ?? throw new InputException(
                $"it opens the artifact of {job}, which has none", usedBy, "Add DependsOn(...) to its definition."));
        var paths = folders.ToList();
        return input.Open(paths, [.. paths.Select(_ => "")]);
    }

    /// <summary>
    /// Opens artifacts in the body of a verb from the cache, as they are with the present code and parameters. Nothing runs for
    /// that, and the jobs need not take part in the run.
    /// </summary>
    /// <exception cref="InputException">The cache lacks one of them.</exception>
    protected T OpenCached<T>(Input<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var state = Bound.State ?? throw OnlyWhileRunning(nameof(OpenCached));
        var cached = new CachedArtifacts(state.Graph.Catalog, Bound.Root, Bound.Store!, Keys, Bound.Profile);
        var paths = cached.Find(input.Source, $"target {Bound.CurrentVerb}");
        return input.Open(paths, [.. paths.Select(_ => "")]);
    }

    /// <summary>
    /// Takes results of another machine into the cache, if each is that of a job of this build, with the present code and parameters.
    /// </summary>
    /// <param name="from">Folder or tar archive with the other machine's store.</param>
    /// <exception cref="InputException">Something in it is damaged or belongs to no job; nothing was taken.</exception>
    protected ImportResult ImportResults(string from)
    {
        var state = Bound.State ?? throw OnlyWhileRunning(nameof(ImportResults));
        return new Importer(state.Graph.Catalog, Bound.Root, Bound.Store!, Keys, Bound.Profile).Import(Path.GetFullPath(from), Progress, Cancellation);
    }

    /// <summary>Copies from the cache all that the jobs of some targets read, as a store with which they can run elsewhere.</summary>
    /// <param name="targets">The targets.</param>
    /// <param name="folder">The new store.</param>
    /// <exception cref="InputException">The cache lacks something of it.</exception>
    protected ExportResult ExportInputs(IReadOnlyList<Delegate> targets, string folder)
    {
        var state = Bound.State ?? throw OnlyWhileRunning(nameof(ExportInputs));
        return new Exporter(state.Graph.Catalog, Bound.Root, Bound.Store!, Keys, Bound.Profile)
            .Export(targets, Path.GetFullPath(folder), $"target {Bound.CurrentVerb}", Cancellation);
    }

    /// <summary>The items whose jobs a user means, each with its target and its job's full name: by a job's name, or a pattern with <c>*</c> and <c>?</c>.</summary>
    /// <param name="targets">The targets to look in, of whatever items; they need not take part in the run.</param>
    /// <param name="pattern">What the user typed.</param>
    /// <param name="option">Where, for the message.</param>
    /// <exception cref="InputException">No job is meant; the message names the nearest.</exception>
    protected IReadOnlyList<(Delegate Target, object Item, string Name)> ItemsNamed(
        IReadOnlyList<Delegate> targets, string pattern, string option)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var state = Bound.State ?? throw OnlyWhileRunning(nameof(ItemsNamed));
        var targetOf = targets
            .SelectMany(target => new TargetNode(state.Graph.Catalog.Resolve(target, option)).Items!.All.Select(job => (job, target)))
            .ToDictionary(pair => pair.job, pair => pair.target);
        return [.. new JobPattern(pattern, option).Select([.. targetOf.Keys]).Select(job => (targetOf[job], job.Item!, $"{job}"))];
    }

    /// <summary>Adds to what stands behind the running verb in the closing table: <c>// Claims: 9</c>.</summary>
    protected void ReportSummary(string name, object value) => Bound.Report($"{name}: {value}");

    /// <summary>Adds a line to the very end of the output, after the closing table.</summary>
    protected void Conclude(string line) => Bound.Conclusions.Add(line);

    private static InvalidOperationException OnlyWhileRunning(string member) =>
        new($"{member} is known only while the build runs, in the body of a verb or in a target's definition");
}
