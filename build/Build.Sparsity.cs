using Research.Evaluation.NewIntention;
using Research.Evaluation.ProductBound;
using Research.Evaluation.SparsityViolation;
using Research.Summaries;
using Research.Languages.DoublyEmbedded;
using Research.Learning;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Tables;

sealed partial class Build
{
    [Parameter("Overlaps of the intentions: 0 disjoint, 1 identical", Minimum = 0, Maximum = 1)]
    readonly double[] Overlaps = [];

    [Parameter("Letter transitions in a message of the overlapping languages", Minimum = 2)]
    readonly int OverlapTransitions;

    [Parameter("Messages in each overlapping corpus", Minimum = 20)]
    readonly int OverlapMessages;

    [Parameter("Transformer blocks of the models of the overlapping languages", Minimum = 1)]
    readonly int OverlapLayers;

    [Parameter("Width of these models; a multiple of the heads", Minimum = 1)]
    readonly int OverlapWidth;

    [Parameter("Optimizer steps of each training on an overlapping language", Minimum = 1)]
    readonly int OverlapSteps;

    [Parameter("Windows in a batch of such a training", Minimum = 1)]
    readonly int OverlapBatch;

    [Parameter("Largest learning rate of such a training", Above = 0)]
    readonly double OverlapLearningRate;

    [Parameter("Prompts of each length in the overlapping languages", Minimum = 10)]
    readonly int OverlapPrompts;

    [Parameter("Trials with examples, and with steps, in the overlapping languages", Minimum = 20)]
    readonly int OverlapTrials;

    [Parameter("Tuples of messages for the ambiguity of the overlapping languages", Minimum = 2)]
    readonly int OverlapTuples;

    [Parameter("New intentions of each kind", Minimum = 20)]
    readonly int NewIntentionTrials;

    /// <summary>The author's noiseless language, its intentions made to overlap.</summary>
    IEnumerable<LanguageSpec> OverlapLanguages =>
        from overlap in Overlaps
        select new LanguageSpec(
            Reading.Released, Noise: 0, Intentions, LettersPerIntention, OverlapTransitions, OverlapMessages, Overlap: overlap).Validate();

    IEnumerable<(LanguageSpec Language, Training Training)> OverlapTrained =>
        from language in OverlapLanguages
        from seed in Enumerable.Range(1, Seeds)
        select (language, new Training($"{language}", OverlapModelOf(language), OverlapOptimization, seed).Validate());

    TrainingSpec OverlapOptimization => new()
    {
        Steps = OverlapSteps,
        Batch = OverlapBatch,
        LearningRate = OverlapLearningRate,
        Schedule = Schedule,
        WarmupSteps = Math.Min(WarmupSteps, OverlapSteps),
        DigestInterval = DigestInterval,
        StateInterval = StateInterval,
    };

    Target<LanguageSpec, Corpus> OverlapCorpora => _ => _
        .Description("Generate languages whose intentions overlap")
        .ForEach(OverlapLanguages)
        .Runs(CorpusGenerator.Generate);

    Target<Training, Checkpoint> OverlapTrain => _ => _
        .Description("Train a transformer on every overlapping language")
        .ForEach(OverlapTrained.Select(run => run.Training))
        .From(training => OverlapCorpora.For(OverlapTrained.First(run => run.Training == training).Language).As<TokenText>())
        .Resources(cores: AllCores)
        .Into("overlap-checkpoints")
        .Runs(Trainer.Train);

    Target<ProductBoundSpec, Table<OverlapAmbiguityRow>> OverlapAmbiguities => _ => _
        .Description("Exact ambiguity of messages of overlapping intentions")
        .ForEach(OverlapLanguages.Select(language => new ProductBoundSpec(language, OverlapTuples, Examples)))
        .From(item => OverlapCorpora.For(item.Language))
        .Into("metrics/overlap-ambiguity")
        .Runs(OverlapAmbiguity.Measure);

    Target<SparsityViolationSpec, Table<SparsityViolationRow>> SparsityViolation => _ => _
        .Description("Understanding, examples and steps as intentions come to overlap")
        .ForEach(OverlapTrained.Select(run => new SparsityViolationSpec(
            run.Training, run.Language, OverlapPrompts, OverlapTrials, Examples, MostTransitions: Math.Min(6, OverlapTransitions - 1))))
        .From(item => OverlapTrain.For(item.Training))
        .From(item => OverlapCorpora.For(item.Language))
        .Into("metrics/sparsity-violation")
        .Runs(SparsityViolationMeasurement.Measure);

    Target<NewIntentionSpec, Table<NewIntentionRow>> NewIntention => _ => _
        .Description("What models make of intentions that their language does not have")
        .ForEach(Trained.Select(run => new NewIntentionSpec(run.Training, run.Language, NewIntentionTrials, Examples - 1)))
        .From(item => Train.For(item.Training))
        .From(item => Corpora.For(item.Language))
        .Into("metrics/new-intention")
        .Runs(NewIntentionMeasurement.Measure);

    Target<SummarySpec, Table<Number>> SparsityViolationNumbers => _ => _
        .Description("Numbers of latent.sparsity-violation")
        .ForEach(new SummarySpec("latent.sparsity-violation"))
        .From(SparsityViolation.All)
        .From(OverlapAmbiguities.All)
        .Into("metrics/sparsity-violation-numbers")
        .Runs(SparsityViolationSummary.Summarize);

    Target<SummarySpec, Table<Number>> NewIntentionNumbers => _ => _
        .Description("Numbers of latent.new-intention")
        .ForEach(new SummarySpec("latent.new-intention"))
        .From(NewIntention.All)
        .Into("metrics/new-intention-numbers")
        .Runs(NewIntentionSummary.Summarize);

    /// <summary>The context holds the longest prompt and no more: short messages, short windows.</summary>
    GptSpec OverlapModelOf(LanguageSpec language) =>
        ModelOf(language) with { Layers = OverlapLayers, Width = OverlapWidth, Block = Examples * (language.Transitions + 2) };
}
