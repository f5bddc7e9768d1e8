using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Tables;

sealed partial class Build
{
    const string DuckDb = "@duckdb/node-bindings-linux-x64";

    [Parameter("Targets that the worker shall run; trainings, with commas between", Targets = nameof(PublishWorker))]
    readonly string[] WorkerTargets = [nameof(Train)];

    [Parameter("A worker's folder, its artifacts/store, or an archive of one (.tar, .tar.gz)", Targets = nameof(Import))]
    readonly string? From;

    /// <summary>Targets that a worker can run, with those that make what they read.</summary>
    Dictionary<string, (Delegate Target, Delegate[] Texts)> Workable => new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(Train)] = (Train, [Corpora]),
        [nameof(ScaleTrain)] = (ScaleTrain, [Corpora]),
        [nameof(GincTrain)] = (GincTrain, [GincCorpora]),
        [nameof(OverlapTrain)] = (OverlapTrain, [OverlapCorpora]),
        [nameof(ChainTrain)] = (ChainTrain, [ChainCorpora]),
        [nameof(SkillTextTrain)] = (SkillTextTrain, [SkillTextCorpora]),
        [nameof(ArithmeticTrain)] = (ArithmeticTrain, [ArithmeticCorpora]),
        [nameof(Tune)] = (Tune, [TuningTexts]),
    };

    IEnumerable<(Delegate Target, Delegate[] Texts)> Published => WorkerTargets.Select(name => Workable.GetValueOrDefault(name) is { Target: not null } known
        ? known
        : throw new InputException($"'{name}' is no target of trainings", "--worker-targets", $"There are: {string.Join(", ", Workable.Keys)}."));

    Target PublishWorker => _ => _
        .Description("Make a folder, and an archive of it, that trains on a bare Linux machine with only the driver of its GPU")
        .DependsOn(Published.SelectMany(published => published.Texts).Distinct())
        .Executes(async () =>
        {
            var library = NodePackages.Find(Path.Combine(DuckDb, "libduckdb.so"), "DuckDB's library for Linux on x86-64");
            var worker = new WorkerFolder(Path.Combine(ArtifactsDirectory, "worker"), Cancellation);
            await worker.AddBenchmarksAsync(RootDirectory);
            worker.AddFiles(Path.Combine(RootDirectory, "build", "worker"), ".");
            worker.AddFiles(Path.GetDirectoryName(library)!, Path.Combine("node_modules", DuckDb), "libduckdb.so", "LICENSE");
            worker.AddFiles(Path.Combine(RootDirectory, ".nuke"), ".nuke", "*.json");
            worker.AddFiles(Path.Combine(RootDirectory, "tests", "Benchmarks"), ".", "pytorch_peer.py");
            worker.AddText("published", [.. WorkerTargets, "--profile", Profile]);
            var bundle = ExportInputs([.. Published.Select(published => published.Target)], worker.PathOf("artifacts/store"));
            var archive = await worker.FinishAsync();
            Conclude($"{Path.GetRelativePath(RootDirectory, archive)}: {Megabytes(new FileInfo(archive).Length)}, for {bundle.Jobs} jobs on {bundle.Inputs} results ({Megabytes(bundle.Bytes)})");
            Conclude("there: unpack it and run ./worker.sh; then ./worker.sh --pack results.tar.gz, and here: ./build.sh Import --from results.tar.gz");
        });

    Target Import => _ => _
        .Description("Take the results of a worker into the store, after every byte and every key is checked")
        .Executes(() =>
        {
            var from = From ?? throw new InputException(
                "it is not said what to import", "--from", "Name a worker's folder, its artifacts/store, or an archive of one (.tar, .tar.gz).");
            var done = ImportResults(from);
            foreach (var target in done.Taken.GroupBy(record => record.Target))
                Log.Information($"{target.Key}: {target.Count()}, made on {string.Join("; ", target.Select(record => record.Machine).Distinct())}");
            Conclude($"{done.Taken.Count} results imported ({Megabytes(done.Bytes)}), {done.Present} were here already");
            Conclude("that they are what their jobs come to, Audit and Verify tell");
        });

    static string Megabytes(long bytes) => FormattableString.Invariant($"{bytes / 1048576.0:F1} MiB");
}
