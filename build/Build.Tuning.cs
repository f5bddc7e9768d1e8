using Research.Summaries;
using Research.Evaluation.Tuning;
using Research.Languages.DoublyEmbedded;
using Research.Languages.Tuning;
using Research.Learning;
using Research.Learning.Tuning;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Tables;

sealed partial class Build
{
    [Parameter("Tuning: noise of the released language whose models are tuned; one of Noises, or no model is tuned", Above = 0)]
    readonly double TuningNoise;

    [Parameter("Tuning: messages in the text to tune on", Minimum = 20)]
    readonly int TuningMessages;

    [Parameter("Tuning: optimizer steps", Minimum = 1)]
    readonly int TuningSteps;

    [Parameter("Tuning: steps at which the weights are kept on the way; those after its end are left out", Minimum = 1)]
    readonly int[] TuningSnapshots = [];

    [Parameter("Tuning: learning rates of full fine-tuning", Above = 0)]
    readonly double[] TuningRates = [];

    [Parameter("Tuning: learning rate of low-rank adapters", Above = 0)]
    readonly double AdapterRate;

    [Parameter("Tuning: ranks of the adapters", Minimum = 1)]
    readonly int[] AdapterRanks = [];

    [Parameter("Tuning: which layers an adapter changes")]
    readonly AdaptedLayers[] AdapterLayers = [];

    [Parameter("Tuning: alpha of the adapters, whose change of a weight is alpha / rank times B A", Above = 0)]
    readonly double AdapterAlpha;

    [Parameter("Tuning: prompts of each intention, without and with an earlier message", Minimum = 2)]
    readonly int TuningPrompts;

    /// <summary>The trainings whose models are tuned.</summary>
    IEnumerable<(LanguageSpec Language, Training Training)> ToTune => Trained.Where(run =>
        run.Language.Reading == Reading.Released && run.Language.Noise == TuningNoise && Instruction.IsPossible(run.Language.Intentions));

    /// <summary>Every way of tuning: all weights at every rate, then adapters of every kind and rank.</summary>
    IEnumerable<(double Rate, AdapterSpec? Adapter)> TuningMethods =>
    [
        .. TuningRates.Select(rate => (rate, (AdapterSpec?)null)),
        .. from layers in AdapterLayers from rank in AdapterRanks select (AdapterRate, new AdapterSpec(rank, AdapterAlpha, layers)),
    ];

    IEnumerable<(LanguageSpec Language, FineTuning Tuning)> Tunings =>
        from run in ToTune
        from method in TuningMethods
        let schedule = TuningSchedule with { LearningRate = method.Rate }
        select (run.Language, new FineTuning(run.Training, $"{TuningTextOf(run.Language)}", schedule, run.Training.Seed, method.Adapter).Validate());

    // No decay: it would move weights that the text gives no reason to move.
    TrainingSpec TuningSchedule => new()
    {
        Steps = TuningSteps,
        Batch = Batch,
        Schedule = RateSchedule.Cosine,
        WarmupSteps = TuningSteps / 20,
        WeightDecay = 0,
        DigestInterval = DigestInterval,
        StateInterval = StateInterval,
        SnapshotSteps = [0, .. TuningSnapshots.Where(step => step < TuningSteps)],
    };

    Target<TuningTextSpec, Corpus> TuningTexts => _ => _
        .Description("Generate the text that instruction tuning learns from")
        .ForEach(ToTune.Select(run => TuningTextOf(run.Language)).Distinct())
        .Into("tuning-corpora")
        .Runs(TuningTextGenerator.Generate);

    Target<FineTuning, Checkpoint> Tune => _ => _
        .Description("Fine-tune trained models, in full and by low-rank adapters")
        .ForEach(Tunings.Select(tuned => tuned.Tuning))
        .From(item => Train.For(item.Base))
        .From(item => TuningTexts.For(TuningTextOf(LanguageOf(item.Base))).As<TokenText>())
        .Resources(cores: AllCores)
        .Into("tuned-checkpoints")
        .Runs(FineTuner.Tune);

    Target<TuningSpec, Table<TuningRow>> Tuning => _ => _
        .Description("Transitions and messages before, during and after tuning")
        .ForEach(Tunings.Select(tuned => new TuningSpec(tuned.Tuning, tuned.Language, TuningPrompts)))
        .From(item => Tune.For(item.Tuning))
        .From(item => Corpora.For(item.Language))
        .Into("metrics/tuning")
        .Runs(TuningMeasurement.Measure);

    Target<SummarySpec, Table<TuningCourseRow>> TuningCourses => _ => _
        .Description("How the tunings went, snapshot by snapshot")
        .ForEach(new SummarySpec("latent.tuning"))
        .From(Tuning.All)
        .Into("metrics/tuning-course")
        .Runs(TuningCourse.Summarize);

    Target<SummarySpec, Table<Number>> TuningNumbers => _ => _
        .Description("Numbers of latent.tuning")
        .ForEach(new SummarySpec("latent.tuning"))
        .From(Tuning.All)
        .Into("metrics/tuning-numbers")
        .Runs(TuningSummary.Summarize);

    TuningTextSpec TuningTextOf(LanguageSpec language) => new TuningTextSpec(language, TuningMessages).Validate();
}
