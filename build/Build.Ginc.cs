using Research.Evaluation.Ginc;
using Research.Languages.Ginc;
using Research.Learning;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Tables;

sealed partial class Build
{
    [Parameter("GINC: symbols in all, the delimiter included", Minimum = 2)]
    readonly int GincSymbols;

    [Parameter("GINC: concepts that documents are drawn from", Minimum = 2)]
    readonly int GincConcepts;

    [Parameter("GINC: further concepts, which no document has", Minimum = 1)]
    readonly int GincUnseenConcepts;

    [Parameter("GINC: documents in the corpus", Minimum = 20)]
    readonly int GincDocuments;

    [Parameter("GINC: mean length of a document in tokens", Minimum = 2)]
    readonly int GincDocumentLength;

    [Parameter("GINC: transformer blocks", Minimum = 1)]
    readonly int GincLayers;

    [Parameter("GINC: context length in tokens", Minimum = 1)]
    readonly int GincBlock;

    [Parameter("GINC: optimizer steps of each training", Minimum = 4)]
    readonly int GincSteps;

    [Parameter("GINC: windows in a batch", Minimum = 1)]
    readonly int GincBatch;

    [Parameter("GINC: largest learning rate", Above = 0)]
    readonly double GincLearningRate;

    [Parameter("GINC: lengths of the examples in tokens", Minimum = 2)]
    readonly int[] GincLengths = [];

    [Parameter("GINC: most examples in a prompt; prompts have 0, 1, 2, 4, ... up to this many", Minimum = 1)]
    readonly int GincMostExamples;

    [Parameter("GINC: prompts of each length, number of examples and kind of concept", Minimum = 20)]
    readonly int GincPrompts;

    [Parameter("GINC: validation windows at each snapshot of a training", Minimum = 2)]
    readonly int GincWindows;

    GincSpec GincLanguageItem => new GincSpec(
        GincSymbols, Concepts: GincConcepts, UnseenConcepts: GincUnseenConcepts, Documents: GincDocuments,
        DocumentLength: GincDocumentLength).Validate();

    IEnumerable<Training> GincTrainings =>
        from seed in Enumerable.Range(1, Seeds)
        select new Training($"{GincLanguageItem}", GincModel, GincOptimization, seed).Validate();

    GptSpec GincModel => new(GincLayers, Heads, Width, GincBlock, GincLanguage.Of(GincLanguageItem).Alphabet.Tokens);

    TrainingSpec GincOptimization => new()
    {
        Steps = GincSteps,
        Batch = GincBatch,
        LearningRate = GincLearningRate,
        Schedule = RateSchedule.Cosine,
        WarmupSteps = GincSteps / 20,
        SnapshotSteps = [GincSteps / 4, GincSteps / 2, GincSteps * 3 / 4],
        DigestInterval = DigestInterval,
        StateInterval = StateInterval,
    };

    GincPromptSpec GincAsked(Training training, int length) =>
        new GincPromptSpec(training, GincLanguageItem, length, GincMostExamples, GincPrompts).Validate();

    Target<GincSpec, GincCorpus> GincCorpora => _ => _
        .Description("Generate a mixture of hidden Markov models (GINC)")
        .ForEach(GincLanguageItem)
        .Runs(GincCorpusGenerator.Generate);

    Target<Training, Checkpoint> GincTrain => _ => _
        .Description("Train transformers on GINC")
        .ForEach(GincTrainings)
        .From(GincCorpora.For(GincLanguageItem).As<TokenText>())
        .Resources(cores: AllCores)
        .Into("ginc-checkpoints")
        .Runs(Trainer.Train);

    Target<GincPromptSpec, Table<GincPromptRow>> GincPrompting => _ => _
        .Description("In-context learning on GINC, by number and length of examples")
        .ForEach(from training in GincTrainings from length in GincLengths select GincAsked(training, length))
        .From(item => GincTrain.For(item.Training))
        .Into("metrics/ginc-prompts")
        .Runs(Research.Evaluation.Ginc.GincPrompting.Measure);

    Target<GincCourseSpec, Table<GincCourseRow>> GincCourse => _ => _
        .Description("Cross-entropy and accuracy over the trainings on GINC")
        .ForEach(GincTrainings.Select(training => new GincCourseSpec(GincAsked(training, GincLengths.Max()), GincWindows)))
        .From(item => GincTrain.For(item.Prompts.Training))
        .From(GincCorpora.For(GincLanguageItem).As<TokenText>())
        .Into("metrics/ginc-course")
        .Runs(Research.Evaluation.Ginc.GincCourse.Measure);

    Target<GincSummarySpec, Table<Number>> GincNumbers => _ => _
        .Description("Numbers of latent.ginc")
        .ForEach(new GincSummarySpec("latent.ginc", GincLanguageItem))
        .From(GincPrompting.All)
        .From(GincCourse.All)
        .Into("metrics/ginc-numbers")
        .Runs(GincSummary.Summarize);
}
