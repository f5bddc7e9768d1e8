using Research.Languages;
using Research.Languages.DoublyEmbedded;
using Research.Learning;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;

sealed partial class Build
{
    [Parameter("Transformer blocks", Minimum = 1)]
    readonly int Layers;

    [Parameter("Attention heads; a divisor of the width", Minimum = 1)]
    readonly int Heads;

    [Parameter("Width of the residual stream", Minimum = 1)]
    readonly int Width;

    [Parameter("Context length in symbols", Minimum = 1)]
    readonly int Block;

    [Parameter("Optimizer steps of each training", Minimum = 1)]
    readonly int Steps;

    [Parameter("Windows in a batch", Minimum = 1)]
    readonly int Batch;

    [Parameter("Largest learning rate", Above = 0)]
    readonly double LearningRate;

    [Parameter("How the learning rate goes on after the warm-up")]
    readonly RateSchedule Schedule;

    [Parameter("Steps over which the learning rate rises from 0", Minimum = 0)]
    readonly int WarmupSteps;

    [Parameter("Steps at which the weights are kept, to follow a training; those after its end are left out", Minimum = 1)]
    readonly int[] SnapshotSteps = [];

    [Parameter("Steps between entries of a training's digest chain; 0 for none but those of what is kept", Minimum = 0)]
    readonly int DigestInterval;

    [Parameter("Steps between whole states that are kept, so that parts of a training can be replayed; 0 for none but the last", Minimum = 0)]
    readonly int StateInterval;

    [Parameter("Trainings of each model, with seeds 1, 2, ...", Minimum = 1)]
    readonly int Seeds;

    /// <summary>Every language, by every seed.</summary>
    IEnumerable<(LanguageSpec Language, Training Training)> Trained =>
        from language in Languages
        from seed in Enumerable.Range(1, Seeds)
        select (language, new Training($"{language}", ModelOf(language), Optimization, seed).Validate());

    TrainingSpec Optimization => new()
    {
        Steps = Steps,
        Batch = Batch,
        LearningRate = LearningRate,
        Schedule = Schedule,
        WarmupSteps = WarmupSteps,
        DigestInterval = DigestInterval,
        StateInterval = StateInterval,
        SnapshotSteps = [.. SnapshotSteps.Where(step => step <= Steps)],
    };

    Target<Training, Checkpoint> Train => _ => _
        .Description("Train a transformer on every language")
        .ForEach(Trained.Select(run => run.Training))
        .From(training => Corpora.For(LanguageOf(training)).As<TokenText>())
        .Resources(cores: AllCores)
        .Into("checkpoints")
        .Runs(Trainer.Train);

    GptSpec ModelOf(LanguageSpec language) =>
        new(Layers, Heads, Width, Block, Vocabulary: new Alphabet(language.Intentions * language.LettersPerIntention).Tokens);

    LanguageSpec LanguageOf(Training training) => Trained.First(run => run.Training == training).Language;
}
