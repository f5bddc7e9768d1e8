using Research.Jobs;
using Research.Learning;
using Research.Learning.Auditing;
using Research.Learning.Tuning;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;

sealed partial class Build
{
    [Parameter("Training or fine-tuning to audit: its name as --dry-run and --why print it; * and ? stand for any characters", Targets = nameof(Audit))]
    readonly string? Job;

    [Parameter("Segments of the training to replay; all of them if there are not more", Minimum = 1, Targets = nameof(Audit))]
    readonly int Segments = 2;

    [Parameter("Seed of the choice of segments, to repeat an audit; by default the operating system draws it", Minimum = 0, Targets = nameof(Audit))]
    readonly int? AuditSeed;

    [Parameter("Folder with the training's artifact if it was made elsewhere; by default the one in the store", Targets = nameof(Audit))]
    readonly string? Checkpoint;

    [Parameter("Folder with the artifact of the training that a fine-tuning began with, if it was made elsewhere; by default the one in the store", Targets = nameof(Audit))]
    readonly string? BaseCheckpoint;

    /// <summary>Every target whose jobs are trainings, with the text that each learns; a test sees that none is missing.</summary>
    IReadOnlyList<AuditedTarget> Auditable =>
    [
        FromSeed(Train, training => Corpora.For(LanguageOf(training)).As<TokenText>()),
        FromSeed(ScaleTrain, training => Corpora.For(ScaleTrained.First(run => run.Training == training).Corpus).As<TokenText>()),
        FromSeed(GincTrain, _ => GincCorpora.For(GincLanguageItem).As<TokenText>()),
        FromSeed(OverlapTrain, training => OverlapCorpora.For(OverlapTrained.First(run => run.Training == training).Language).As<TokenText>()),
        FromSeed(ChainTrain, training => ChainCorpora.For(ChainTrained.First(run => run.Training == training).Language).As<TokenText>()),
        FromSeed(SkillTextTrain, training => SkillTextCorpora.For(AllLearned.First(item => item.Training == training).Language).As<TokenText>()),
        FromSeed(ArithmeticTrain, _ => ArithmeticCorpora.For(ArithmeticText).As<TokenText>()),
        FineTuned(Tune, Train, item => TuningTexts.For(TuningTextOf(LanguageOf(item.Base))).As<TokenText>()),
    ];

    Target Audit => _ => _
        .Description("Replay parts of a training and compare them with its record")
        .DependsOn(Corpora, GincCorpora, OverlapCorpora, ChainCorpora, SkillTextCorpora, ArithmeticCorpora, TuningTexts)
        .Executes(() =>
        {
            var audited = Audited;
            var seed = AuditSeed ?? SegmentSample.UnpredictableSeed();
            var segments = TrainingAudit.SegmentsOf(audited.Schedule);
            Log.Information($"{audited.Name}: {Math.Min(Segments, segments)} of {segments} segments; repeat with --audit-seed {seed}");
            var job = new JobContext { Threads = Cores, Device = Device, Cancellation = Cancellation, Progress = Progress };
            var report = audited.Run(Recorded(Checkpoint, audited.Artifact, "--checkpoint", "--job"), seed, job);
            foreach (var result in report.Results)
                Log.Information($"{result}");
            Conclude($"{report.Verdict}: {audited.Name}, audit seed {report.Seed}");
            Conclude(report.Cost);
            foreach (var line in report.Detections)
                Conclude(line);
            if (audited.Base is { } begin)
                Conclude($"it goes on from {begin}, whose record was checked without replay: audit that training, too");
            if (!report.Passed)
                throw new InputException(
                    string.Join("; ", report.Results.Where(result => result.Mismatch is not null)), audited.Name,
                    "The recorded training is not this one: do not trust its weights. Train it again, or ask where it was made.");
        });

    /// <summary>What <c>--job</c> names.</summary>
    AuditedTraining Audited
    {
        get
        {
            var pattern = Job ?? throw new InputException("no training is named", "--job", $"Name one, such as --job \"{Trained.First().Training}\"; --why {nameof(Train)} lists those of a target.");
            var found = ItemsNamed([.. Auditable.Select(auditable => auditable.Target)], pattern, "--job");
            var (target, item, name) = found is [var single] ? single : throw new InputException(
                $"'{pattern}' names {found.Count} trainings: {string.Join(", ", found.Select(training => training.Name))}", "--job", "Name one of them.");
            var audited = Auditable.First(auditable => auditable.Target == target).Of(item, name);
            return BaseCheckpoint is null || audited.Base is not null ? audited : throw new InputException(
                $"{name} begins with its seed, not with a checkpoint", "--base-checkpoint", "Leave it out: only fine-tunings have a base.");
        }
    }

    AuditedTarget FromSeed(Target<Training, Checkpoint> target, Func<Training, Input<TokenText>> textOf) => new(target, (item, name) =>
    {
        var training = (Training)item;
        return new AuditedTraining(name, training.Schedule, target.For(training), null, (checkpoint, seed, job) =>
            TrainingAudit.Run(training, Open(textOf(training)), checkpoint, Segments, seed, job));
    });

    /// <summary>A fine-tuning is worth no more than what it goes on from: the base's record is checked, too.</summary>
    AuditedTarget FineTuned(
        Target<FineTuning, Checkpoint> target, Target<Training, Checkpoint> bases, Func<FineTuning, Input<TokenText>> textOf) => new(target, (item, name) =>
    {
        var tuning = (FineTuning)item;
        return new AuditedTraining(name, tuning.Schedule, target.For(tuning), tuning.Base, (checkpoint, seed, job) =>
        {
            var start = Recorded(BaseCheckpoint, bases.For(tuning.Base), "--base-checkpoint", "--base-checkpoint");
            TrainingAudit.Check(tuning.Base, Open(Corpora.For(LanguageOf(tuning.Base)).As<TokenText>()), start, job);
            return TrainingAudit.Run(tuning, start, Open(textOf(tuning)), checkpoint, Segments, seed, job);
        });
    });

    /// <summary>An artifact from the user's folder, or else from the store.</summary>
    Checkpoint Recorded(string? folder, Input<Checkpoint> stored, string option, string where)
    {
        if (folder is not null)
            return Directory.Exists(folder) ? Research.Learning.Checkpoint.Open(Path.GetFullPath(folder))
                : throw new InputException($"there is no folder '{folder}'", option, "Give the folder of the artifact, which holds model.safetensors and chain.parquet.");
        try
        {
            return OpenCached(stored);
        }
        catch (InputException e)
        {
            throw new InputException(e.What, where, $"{e.Remedy} Or name the folder of an artifact that lies elsewhere: {option}.", e);
        }
    }
}
