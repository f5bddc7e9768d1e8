using Research.Evaluation.Scale;
using Research.Summaries;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Learning;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Tables;

sealed partial class Build
{
    [Parameter("Widths of the models in the grid of the scale experiment; multiples of its heads", Minimum = 1)]
    readonly int[] ScaleWidths = [];

    [Parameter("Messages of the corpora in that grid, at most Messages", Minimum = 20)]
    readonly int[] ScaleMessages = [];

    [Parameter("Noise levels e of the ambiguous languages in that grid", Above = 0)]
    readonly double[] ScaleNoises = [];

    [Parameter("Transformer blocks of the models in that grid", Minimum = 1)]
    readonly int ScaleLayers;

    [Parameter("Attention heads of these models; a divisor of every width", Minimum = 1)]
    readonly int ScaleHeads;

    [Parameter("Optimizer steps of each training in that grid", Minimum = 1)]
    readonly int ScaleSteps;

    [Parameter("Windows in a batch of such a training", Minimum = 1)]
    readonly int ScaleBatch;

    [Parameter("Largest learning rate of such a training", Above = 0)]
    readonly double ScaleLearningRate;

    [Parameter("Steps of such a training after which the model is measured too; those after its end are left out", Minimum = 0)]
    readonly int[] ScaleSnapshotSteps = [];

    [Parameter("Validation windows for the gap of each model in that grid", Minimum = 2)]
    readonly int ScaleWindows;

    [Parameter("In-context trials for the ability of each model in that grid", Minimum = 20)]
    readonly int ScaleTrials;

    /// <summary>The languages of the grid; on the validation text of these corpora, all models are measured.</summary>
    IEnumerable<LanguageSpec> ScaleLanguages =>
        from noise in ScaleNoises
        select new LanguageSpec(Reading.Ambiguous, noise, Intentions, LettersPerIntention, Transitions, Messages).Validate();

    /// <summary>
    /// The corpora of the grid. Corpora of a language that differ in size begin alike, so that the last tenth of the
    /// largest holds nothing that a smaller one trains on.
    /// </summary>
    IEnumerable<(LanguageSpec Language, LanguageSpec Corpus)> ScaleCorpora =>
        from language in ScaleLanguages
        from messages in ScaleMessages
        select messages <= language.Messages
            ? (language, (language with { Messages = messages }).Validate())
            : throw new InputException(
                $"a corpus of {messages} messages is larger than the one that models are measured on, which has {language.Messages}",
                nameof(ScaleMessages), "Raise Messages, or leave that size out.");

    /// <summary>Every width on every corpus, by every seed.</summary>
    IEnumerable<(LanguageSpec Language, LanguageSpec Corpus, Training Training)> ScaleTrained =>
        from run in ScaleCorpora
        from width in ScaleWidths
        from seed in Enumerable.Range(1, Seeds)
        let model = ModelOf(run.Language) with { Layers = ScaleLayers, Heads = ScaleHeads, Width = width }
        select (run.Language, run.Corpus, new Training($"{run.Corpus}", model, ScaleOptimization, seed).Validate());

    /// <summary>Models of the other experiments on the grid's languages: trained longer, they come nearer.</summary>
    IEnumerable<(LanguageSpec Language, LanguageSpec Corpus, Training Training)> ScaleTrainedElsewhere =>
        from run in Trained
        where ScaleLanguages.Contains(run.Language)
        select (run.Language, run.Language, run.Training);

    IEnumerable<ScaleSpec> ScaleGrid =>
        from run in ScaleTrained.Union(ScaleTrainedElsewhere)
        select new ScaleSpec(run.Training, run.Corpus, run.Language, ScaleWindows, ScaleTrials, Examples);

    TrainingSpec ScaleOptimization => new()
    {
        Steps = ScaleSteps,
        Batch = ScaleBatch,
        LearningRate = ScaleLearningRate,
        Schedule = Schedule,
        WarmupSteps = Math.Min(WarmupSteps, ScaleSteps),
        DigestInterval = DigestInterval,
        StateInterval = StateInterval,
        SnapshotSteps = [.. ScaleSnapshotSteps.Where(step => step <= ScaleSteps)],
    };

    Target<Training, Checkpoint> ScaleTrain => _ => _
        .Description("Train a transformer of every width on every corpus of the grid")
        .ForEach(ScaleTrained.Select(run => run.Training))
        .From(training => Corpora.For(ScaleTrained.First(run => run.Training == training).Corpus).As<TokenText>())
        .Resources(cores: AllCores)
        .Into("scale-checkpoints")
        .Runs(Trainer.Train);

    Target<ScaleSpec, Table<ScaleRow>> Scale => _ => _
        .Description("Gap to the language and in-context ability of every model of the grid")
        .ForEach(ScaleGrid)
        .From(item => Trained.Any(run => run.Training == item.Training) ? Train.For(item.Training) : ScaleTrain.For(item.Training))
        .From(item => Corpora.For(item.Language))
        .Into("metrics/scale")
        .Runs(ScaleMeasurement.Measure);

    Target<SummarySpec, Table<Number>> ScaleNumbers => _ => _
        .Description("Numbers of latent.scale")
        .ForEach(new SummarySpec("latent.scale"))
        .From(Scale.All)
        .Into("metrics/scale-numbers")
        .Runs(ScaleSummary.Summarize);
}
