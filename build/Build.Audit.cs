using Research.Jobs;
using Research.Learning;
using Research.Learning.Auditing;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;

sealed partial class Build
{
    [Parameter("Training to audit: its name as --dry-run prints it; * and ? stand for any characters", Targets = nameof(Audit))]
    readonly string? Job;

    [Parameter("Segments of the training to replay; all of them if there are not more", Minimum = 1, Targets = nameof(Audit))]
    readonly int Segments = 2;

    [Parameter("Seed of the choice of segments, to repeat an audit; by default the operating system draws it", Minimum = 0, Targets = nameof(Audit))]
    readonly int? AuditSeed;

    [Parameter("Folder with the training's artifact if it was made elsewhere; by default the one in the store", Targets = nameof(Audit))]
    readonly string? Checkpoint;

    /// <summary>The targets whose jobs are trainings from a seed, with the text that each learns.</summary>
    (Target<Training, Checkpoint> Target, Func<Training, Input<TokenText>> TextOf)[] Auditable =>
    [
        (Train, training => Corpora.For(LanguageOf(training)).As<TokenText>()),
        (ScaleTrain, training => Corpora.For(ScaleTrained.First(run => run.Training == training).Corpus).As<TokenText>()),
        (GincTrain, _ => GincCorpora.For(GincLanguageItem).As<TokenText>()),
        (OverlapTrain, training => OverlapCorpora.For(OverlapTrained.First(run => run.Training == training).Language).As<TokenText>()),
        (ChainTrain, training => ChainCorpora.For(ChainTrained.First(run => run.Training == training).Language).As<TokenText>()),
    ];

    Target Audit => _ => _
        .Description("Replay parts of a training and compare them with its record")
        .DependsOn(Corpora, GincCorpora, OverlapCorpora, ChainCorpora)
        .Executes(() =>
        {
            var (target, training, name) = AuditedTraining;
            var seed = AuditSeed ?? SegmentSample.UnpredictableSeed();
            Log.Information($"{name}: {Math.Min(Segments, SegmentsOf(training))} of {SegmentsOf(training)} segments; repeat with --audit-seed {seed}");
            var job = new JobContext { Threads = Cores, Cancellation = Cancellation, Progress = Progress };
            var text = Open(Auditable.First(auditable => auditable.Target == target).TextOf(training));
            var report = TrainingAudit.Run(training, text, AuditedCheckpoint(target, training), Segments, seed, job);
            foreach (var result in report.Results)
                Log.Information($"{result}");
            Conclude($"{report.Verdict}: {name}, audit seed {report.Seed}");
            Conclude(report.Cost);
            foreach (var line in report.Detections)
                Conclude(line);
            if (!report.Passed)
                throw new InputException(
                    string.Join("; ", report.Results.Where(result => result.Mismatch is not null)), name,
                    "The recorded training is not this one: do not trust its weights. Train it again, or ask where it was made.");
        });

    (Target<Training, Checkpoint> Target, Training Training, string Name) AuditedTraining
    {
        get
        {
            var pattern = Job ?? throw new InputException("no training is named", "--job", $"Name one, such as --job \"{Trained.First().Training}\".");
            var found = ItemsNamed([.. Auditable.Select(auditable => auditable.Target)], pattern, "--job");
            return found is [var training] ? training : throw new InputException(
                $"'{pattern}' names {found.Count} trainings: {string.Join(", ", found.Select(training => training.Name))}", "--job", "Name one of them.");
        }
    }

    static int SegmentsOf(Training training) => TrainingAudit.SegmentsOf(training.Schedule);

    Checkpoint AuditedCheckpoint(Target<Training, Checkpoint> target, Training training)
    {
        try
        {
            return Checkpoint is null ? OpenCached(target.For(training))
                : Directory.Exists(Checkpoint) ? Research.Learning.Checkpoint.Open(Path.GetFullPath(Checkpoint))
                : throw new InputException($"there is no folder '{Checkpoint}'", "--checkpoint", "Give the folder of the artifact, which holds model.safetensors and chain.parquet.");
        }
        catch (InputException e) when (Checkpoint is null)
        {
            throw new InputException(e.What, "--job", $"{e.Remedy} Or name the folder of an artifact that lies elsewhere: --checkpoint.", e);
        }
    }
}
