using Research.Evaluation.ChainOfThought;
using Research.Summaries;
using Research.Languages.Chains;
using Research.Learning;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Tables;

sealed partial class Build
{
    [Parameter("Topologies of the chain languages; the first is generated at every coverage")]
    readonly Topology[] ChainTopologies = [];

    [Parameter("Shares of documents that hold their steps", Minimum = 0, Maximum = 1)]
    readonly double[] ChainCoverages = [];

    [Parameter("Those of them at which the other topologies are generated too", Minimum = 0, Maximum = 1)]
    readonly double[] ChainTopologyCoverages = [];

    [Parameter("Nodes of a chain world", Minimum = 3, Maximum = ChainAlphabet.MostNodes)]
    readonly int ChainNodes;

    [Parameter("Values of a node", Minimum = 2, Maximum = ChainAlphabet.MostValues)]
    readonly int ChainValues;

    [Parameter("Most steps from a condition to a target", Minimum = 2)]
    readonly int ChainMostSteps;

    [Parameter("Pairs held out at each number of steps", Minimum = 1)]
    readonly int ChainHeldOut;

    [Parameter("Documents in each chain corpus", Minimum = 20)]
    readonly int ChainDocuments;

    [Parameter("Transformer blocks of the models of chain languages", Minimum = 1)]
    readonly int ChainLayers;

    [Parameter("Width of these models; a multiple of the heads", Minimum = 1)]
    readonly int ChainWidth;

    [Parameter("Context length of these models in symbols", Minimum = 1)]
    readonly int ChainBlock;

    [Parameter("Optimizer steps of each training on a chain language", Minimum = 1)]
    readonly int ChainTrainingSteps;

    [Parameter("Windows in a batch of such a training", Minimum = 1)]
    readonly int ChainBatch;

    [Parameter("Largest learning rate of such a training", Above = 0)]
    readonly double ChainLearningRate;

    [Parameter("Samples of free generation for each question", Minimum = 1)]
    readonly int ChainSamples;

    IEnumerable<ChainSpec> ChainLanguages =>
        from topology in ChainTopologies
        from coverage in ChainCoverages
        where topology == ChainTopologies[0] || ChainTopologyCoverages.Contains(coverage)
        select new ChainSpec(
            topology, coverage, ChainNodes, ChainValues, MostSteps: ChainMostSteps, HeldOut: ChainHeldOut, Documents: ChainDocuments).Validate();

    /// <summary>Every chain language, by every seed.</summary>
    IEnumerable<(ChainSpec Language, Training Training)> ChainTrained =>
        from language in ChainLanguages
        from seed in Enumerable.Range(1, Seeds)
        select (language, new Training($"{language}", ChainModel, ChainOptimization, seed).Validate());

    GptSpec ChainModel =>
        new(ChainLayers, Heads, ChainWidth, ChainBlock, Vocabulary: new ChainAlphabet(ChainNodes, ChainValues).Tokens);

    TrainingSpec ChainOptimization => new()
    {
        Steps = ChainTrainingSteps,
        Batch = ChainBatch,
        LearningRate = ChainLearningRate,
        Schedule = RateSchedule.Cosine,
        WarmupSteps = Math.Min(WarmupSteps, ChainTrainingSteps),
        DigestInterval = DigestInterval,
        StateInterval = StateInterval,
    };

    Target<ChainSpec, ChainCorpus> ChainCorpora => _ => _
        .Description("Generate worlds of dependent nodes and documents about them")
        .ForEach(ChainLanguages)
        .Into("chain-corpora")
        .Runs(ChainCorpusGenerator.Generate);

    Target<Training, Checkpoint> ChainTrain => _ => _
        .Description("Train a transformer on every chain language")
        .ForEach(ChainTrained.Select(run => run.Training))
        .From(training => ChainCorpora.For(ChainTrained.First(run => run.Training == training).Language).As<TokenText>())
        .Resources(cores: 1)
        .Into("chain-checkpoints")
        .Runs(Trainer.Train);

    Target<ChainOfThoughtSpec, Table<ChainOfThoughtRow>> ChainOfThought => _ => _
        .Description("Direct, scaffolded and free estimates of what was never seen together")
        .ForEach(ChainTrained.Select(run => new ChainOfThoughtSpec(run.Training, run.Language, ChainSamples)))
        .From(item => ChainTrain.For(item.Training))
        .From(item => ChainCorpora.For(item.Language))
        .Resources(cores: 1)
        .Into("metrics/chain-of-thought")
        .Runs(ChainOfThoughtMeasurement.Measure);

    Target<StepInformationSpec, Table<StepInformationRow>> StepInformation => _ => _
        .Description("What steps tell, exactly")
        .ForEach(ChainLanguages.GroupBy(language => language.Topology).Select(world => new StepInformationSpec(world.Last())))
        .From(item => ChainCorpora.For(item.Language))
        .Resources(cores: 1)
        .Into("metrics/step-information")
        .Runs(StepInformationMeasurement.Measure);

    Target<SummarySpec, Table<Number>> ChainOfThoughtNumbers => _ => _
        .Description("Numbers of latent.cot")
        .ForEach(new SummarySpec("latent.cot"))
        .From(ChainOfThought.All)
        .Into("metrics/chain-of-thought-numbers")
        .Runs(ChainOfThoughtSummary.Summarize);

    Target<SummarySpec, Table<Number>> StepInformationNumbers => _ => _
        .Description("Exact numbers of latent.cot")
        .ForEach(new SummarySpec("latent.cot"))
        .From(StepInformation.All)
        .Into("metrics/step-information-numbers")
        .Runs(StepInformationSummary.Summarize);

    Target<SummarySpec, Table<Number>> ChainCoverageNumbers => _ => _
        .Description("Numbers of latent.cot-coverage")
        .ForEach(new SummarySpec("latent.cot-coverage"))
        .From(ChainOfThought.All)
        .Into("metrics/chain-coverage-numbers")
        .Runs(ChainCoverageSummary.Summarize);
}
