using Research.Learning;
using Research.Mirage.Arithmetic;
using Research.Mirage.Chain;
using Research.Mirage.Loss;
using Research.Mirage.Resolution;
using Research.Mirage.Toy;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Summaries;
using Research.Tables;

sealed partial class Build
{
    [Parameter("Widths of the family of models that learns arithmetic; multiples of its heads", Minimum = 1)]
    readonly int[] ArithmeticWidths = [];

    [Parameter("Transformer blocks of these models", Minimum = 1)]
    readonly int ArithmeticLayers;

    [Parameter("Attention heads of these models; a divisor of every width", Minimum = 1)]
    readonly int ArithmeticHeads;

    [Parameter("Context length of these models in characters; three problems have to fit", Minimum = 1)]
    readonly int ArithmeticBlock;

    [Parameter("Solved problems in the corpus", Minimum = 1000)]
    readonly int ArithmeticProblems;

    [Parameter("Order in which the digits of all numbers are written")]
    readonly DigitOrder ArithmeticOrder;

    [Parameter("Optimizer steps of each training on arithmetic", Minimum = 1)]
    readonly int ArithmeticSteps;

    [Parameter("Windows in a batch of such a training", Minimum = 1)]
    readonly int ArithmeticBatch;

    [Parameter("Largest learning rate of such a training", Above = 0)]
    readonly double ArithmeticLearningRate;

    [Parameter("Steps of such a training after which outputs are frozen too; those after its end are left out", Minimum = 0)]
    readonly int[] ArithmeticSnapshotSteps = [];

    [Parameter("Test items of each task and target length", Minimum = 1)]
    readonly int ArithmeticItems;

    [Parameter("Answers drawn from the final weights for each item", Minimum = 1)]
    readonly int ArithmeticSamples;

    [Parameter("Windows of held-out problems for the pre-training loss", Minimum = 1)]
    readonly int ArithmeticWindows;

    /// <summary>The numbers of the claims about metrics.</summary>
    ArtifactList<Table<Number>> MirageNumbers => ToyNumbers.All.And(ArithmeticNumbers.All).And(ArithmeticLengthNumbers.All)
        .And(ArithmeticResolutionNumbers.All).And(ArithmeticLossNumbers.All).And(ArithmeticChainNumbers.All);

    /// <summary>Their measurements, by the names that figures and tables of the report query.</summary>
    IEnumerable<(string Name, Input Artifacts)> MirageTables =>
    [
        ("toy", Toy.All),
        ("arithmetic", ArithmeticScores.All),
        ("arithmetic_resolution", ArithmeticResolution.All),
        ("arithmetic_loss_curve", ArithmeticLossCurves.All),
        ("arithmetic_chain", ArithmeticChain.All),
        ("sweep_curves", SweepCurves.All),
    ];

    ArithmeticSpec ArithmeticText => new ArithmeticSpec(ArithmeticProblems, ArithmeticOrder).Validate();

    /// <summary>Every width, by every seed.</summary>
    IEnumerable<Training> ArithmeticTrained =>
        from width in ArithmeticWidths
        from seed in Enumerable.Range(1, Seeds)
        select new Training($"{ArithmeticText}", ArithmeticModel(width), ArithmeticOptimization, seed).Validate();

    IEnumerable<FreezeSpec> ArithmeticFrozen =>
        from training in ArithmeticTrained
        select new FreezeSpec(training, ArithmeticText, ArithmeticItems, ArithmeticSamples, ArithmeticWindows).Validate();

    TrainingSpec ArithmeticOptimization => new()
    {
        Steps = ArithmeticSteps,
        Batch = ArithmeticBatch,
        LearningRate = ArithmeticLearningRate,
        Schedule = RateSchedule.Cosine,
        WarmupSteps = Math.Min(WarmupSteps, ArithmeticSteps),
        DigestInterval = DigestInterval,
        StateInterval = StateInterval,
        SnapshotSteps = [.. ArithmeticSnapshotSteps.Where(step => step <= ArithmeticSteps)],
    };

    Target<ToySpec, Table<ToyRow>> Toy => _ => _
        .Description("The toy model of emergence over sizes and target lengths")
        .ForEach(new ToySpec().Validate())
        .Into("metrics/toy")
        .Runs(ToyMeasurement.Measure);

    Target<SummarySpec, Table<Number>> ToyNumbers => _ => _
        .Description("Numbers of mirage.toy")
        .ForEach(new SummarySpec("mirage.toy"))
        .From(Toy.All)
        .Into("metrics/toy-numbers")
        .Runs(ToySummary.Summarize);

    Target<ArithmeticSpec, ArithmeticCorpus> ArithmeticCorpora => _ => _
        .Description("Generate a text of solved sums and products")
        .ForEach(ArithmeticText)
        .Into("arithmetic-corpora")
        .Runs(ArithmeticCorpusGenerator.Generate);

    Target<Training, Checkpoint> ArithmeticTrain => _ => _
        .Description("Train a family of transformers on arithmetic")
        .ForEach(ArithmeticTrained)
        .From(_ => ArithmeticCorpora.For(ArithmeticText).As<TokenText>())
        .Resources(cores: 1)
        .Into("arithmetic-checkpoints")
        .Runs(Trainer.Train);

    Target<FreezeSpec, Table<FrozenOutput>> ArithmeticOutputs => _ => _
        .Description("Ask every model every question once and keep what it says")
        .ForEach(ArithmeticFrozen)
        .From(item => ArithmeticTrain.For(item.Training))
        .From(item => ArithmeticCorpora.For(item.Language).As<TokenText>())
        .Resources(cores: 1)
        .Into("metrics/arithmetic-outputs")
        .Runs(OutputFreezing.Freeze);

    Target<FreezeSpec, Table<ArithmeticScore>> ArithmeticScores => _ => _
        .Description("Score the same outputs with every metric")
        .ForEach(ArithmeticFrozen)
        .From(item => ArithmeticOutputs.For(item))
        .Into("metrics/arithmetic-scores")
        .Runs(ArithmeticScoring.Score);

    Target<SummarySpec, Table<Number>> ArithmeticNumbers => _ => _
        .Description("Numbers of mirage.arithmetic")
        .ForEach(new SummarySpec("mirage.arithmetic"))
        .From(ArithmeticScores.All)
        .Into("metrics/arithmetic-numbers")
        .Runs(JumpSummary.Summarize);

    Target<SummarySpec, Table<Number>> ArithmeticLengthNumbers => _ => _
        .Description("Numbers of mirage.length")
        .ForEach(new SummarySpec("mirage.length"))
        .From(ArithmeticScores.All)
        .Into("metrics/arithmetic-length-numbers")
        .Runs(LengthSummary.Summarize);

    Target<PassUntilSpec, Table<PassUntilRow>> ArithmeticResolution => _ => _
        .Description("What test sets show of small abilities, and pass-until sampling")
        .ForEach(new PassUntilSpec().Validate())
        .From(ArithmeticScores.All)
        .Into("metrics/arithmetic-resolution")
        .Runs(ResolutionMeasurement.Measure);

    Target<SummarySpec, Table<Number>> ArithmeticResolutionNumbers => _ => _
        .Description("Numbers of mirage.resolution")
        .ForEach(new SummarySpec("mirage.resolution"))
        .From(ArithmeticResolution.All)
        .Into("metrics/arithmetic-resolution-numbers")
        .Runs(ResolutionSummary.Summarize);

    Target<SummarySpec, Table<LossCurveRow>> ArithmeticLossCurves => _ => _
        .Description("Ability over pre-training loss: hinge and smooth curve")
        .ForEach(new SummarySpec("mirage.loss"))
        .From(ArithmeticScores.All)
        .Into("metrics/arithmetic-loss-curves")
        .Runs(LossMeasurement.Measure);

    Target<SummarySpec, Table<Number>> ArithmeticLossNumbers => _ => _
        .Description("Numbers of mirage.loss")
        .ForEach(new SummarySpec("mirage.loss"))
        .From(ArithmeticScores.All)
        .Into("metrics/arithmetic-loss-numbers")
        .Runs(LossSummary.Summarize);

    Target<SummarySpec, Table<ChainRow>> ArithmeticChain => _ => _
        .Description("Correlation of every item's scores with log compute")
        .ForEach(new SummarySpec("mirage.chain"))
        .From(ArithmeticScores.All)
        .Into("metrics/arithmetic-chain")
        .Runs(ChainMeasurement.Measure);

    Target<SummarySpec, Table<Number>> ArithmeticChainNumbers => _ => _
        .Description("Numbers of mirage.chain")
        .ForEach(new SummarySpec("mirage.chain"))
        .From(ArithmeticChain.All)
        .Into("metrics/arithmetic-chain-numbers")
        .Runs(ChainSummary.Summarize);

    GptSpec ArithmeticModel(int width) =>
        new(ArithmeticLayers, ArithmeticHeads, width, ArithmeticBlock, Vocabulary: ProblemText.Characters.Length);
}
