using Research.Languages.SkillTexts;
using Research.Learning;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Skills.Learned;
using Research.Summaries;
using Research.Tables;

sealed partial class Build
{
    [Parameter("Mean skills of a text: languages that are held against the 1-skill learner", Above = 0)]
    readonly double[] LearnedLoads = [];

    [Parameter("Training texts for each skill, at each of these loads", Above = 0)]
    readonly double[] LearnedRatios = [];

    [Parameter("The same where each skill has its own answer, at the first of the loads", Above = 0)]
    readonly double[] LearnedItemizedRatios = [];

    [Parameter("The same for readers that compute, ascending", Above = 0)]
    readonly double[] LearnedReaderRatios = [];

    [Parameter("Skills of these languages; even", Minimum = 4, Maximum = SkillAlphabet.MostSkills)]
    readonly int LearnedSkills;

    [Parameter("Most skills of a text in these languages", Minimum = 1, Maximum = SkillAlphabet.LargestCount)]
    readonly int LearnedLongest;

    [Parameter("Mean skills of a training text where competence is held against the bound", Above = 0)]
    readonly double PieceLoad;

    [Parameter("Training texts for each skill there", Above = 0)]
    readonly double[] PieceRatios = [];

    [Parameter("Skills there; even", Minimum = 4, Maximum = SkillAlphabet.MostSkills)]
    readonly int PieceSkills;

    [Parameter("Most skills of a training text there", Minimum = 2, Maximum = SkillAlphabet.LargestCount)]
    readonly int PieceLongest;

    [Parameter("Share of the pairs of skills that no training text there names together", Above = 0, Maximum = 0.5)]
    readonly double PieceHeldOut;

    [Parameter("Skills of the texts that competence is measured on", Minimum = 2, Maximum = SkillAlphabet.LargestCount)]
    readonly int PieceSize;

    [Parameter("Number of these texts", Minimum = 100)]
    readonly int Pieces;

    [Parameter("Widths of the models there; multiples of the heads", Minimum = 1)]
    readonly int[] PieceWidths = [];

    [Parameter("Documents in each corpus of skill texts", Minimum = 100)]
    readonly int LearnedDocuments;

    [Parameter("Transformer blocks of the models of skill texts", Minimum = 1)]
    readonly int LearnedLayers;

    [Parameter("Attention heads of these models", Minimum = 1)]
    readonly int LearnedHeads;

    [Parameter("Their width where it does not vary; a multiple of the heads", Minimum = 1)]
    readonly int LearnedWidth;

    [Parameter("Their context length in symbols", Minimum = 1)]
    readonly int LearnedBlock;

    [Parameter("Optimizer steps of each training on skill texts", Minimum = 1)]
    readonly int LearnedSteps;

    [Parameter("Steps after which the weights are kept", Minimum = 0)]
    readonly int[] LearnedSnapshotSteps = [];

    [Parameter("Windows in a batch of such a training", Minimum = 1)]
    readonly int LearnedBatch;

    [Parameter("Largest learning rate of such a training", Above = 0)]
    readonly double LearnedLearningRate;

    [Parameter("Fresh texts that a model of skill texts is asked about", Minimum = 20)]
    readonly int LearnedTexts;

    /// <summary>Languages that are held against abstract learners: one for each seed.</summary>
    IEnumerable<SkillTextSpec> LearnerLanguages =>
        from answered in LearnedLoads.SelectMany(load => LearnedRatios.Select(ratio => (AnswerForm.Counted, load, ratio)))
            .Concat(LearnedItemizedRatios.Select(ratio => (AnswerForm.Itemized, LearnedLoads[0], ratio)))
        from seed in Enumerable.Range(1, Seeds)
        select LearnerLanguage(answered.Item1, answered.Item2, answered.Item3, seed);

    /// <summary>Languages that the competence bound is held against: one for each seed.</summary>
    IEnumerable<SkillTextSpec> PieceLanguages =>
        from ratio in PieceRatios
        from seed in Enumerable.Range(1, Seeds)
        select new SkillTextSpec(
            AnswerForm.Counted, TextSizes.Poisson, PieceLoad, ratio, PieceSkills, PieceLongest, PieceHeldOut, LearnedDocuments, seed).Validate();

    IEnumerable<LearnedSpec> AgainstLearners =>
        LearnerLanguages.Select(language => Learned(language, LearnedWidth));

    IEnumerable<LearnedSpec> AgainstBound =>
        from width in PieceWidths
        from language in PieceLanguages
        select Learned(language, width);

    IEnumerable<LearnedSpec> AllLearned => AgainstLearners.Concat(AgainstBound);

    Target<SkillTextSpec, SkillCorpus> SkillTextCorpora => _ => _
        .Description("Generate texts that combine skills")
        .ForEach(LearnerLanguages.Concat(PieceLanguages))
        .Into("skill-text-corpora")
        .Runs(SkillCorpusGenerator.Generate);

    Target<Training, Checkpoint> SkillTextTrain => _ => _
        .Description("Train transformers on texts that combine skills")
        .ForEach(AllLearned.Select(item => item.Training))
        .From(training => SkillTextCorpora.For(AllLearned.First(item => item.Training == training).Language).As<TokenText>())
        .Resources(cores: 1)
        .Into("skill-text-checkpoints")
        .Runs(Trainer.Train);

    Target<LearnedSpec, Table<LearnedTextsRow>> LearnedTextAnswers => _ => _
        .Description("What models make of skill texts that they learned and of fresh ones")
        .ForEach(AllLearned)
        .From(item => SkillTextTrain.For(item.Training))
        .From(item => SkillTextCorpora.For(item.Language))
        .Resources(cores: 1)
        .Into("metrics/learned-texts")
        .Runs(LearnedTextsMeasurement.Measure);

    Target<LearnedSpec, Table<LearnedCurveRow>> LearnedCurves => _ => _
        .Description("Competence of models on skills and pairs, beside the bound")
        .ForEach(AgainstBound)
        .From(item => SkillTextTrain.For(item.Training))
        .From(item => SkillTextCorpora.For(item.Language))
        .Resources(cores: 1)
        .Into("metrics/learned-curves")
        .Runs(LearnedCurveMeasurement.Measure);

    Target<ReaderCurveSpec, Table<ReaderCurveRow>> LearnedReaders => _ => _
        .Description("What abstract readers know after so many skill texts")
        .ForEach(LearnedLoads.SelectMany(load => Enumerable.Range(1, Seeds).Select(seed => Readers(load, seed))))
        .Resources(cores: 1)
        .Into("metrics/reader-curves")
        .Runs(ReaderCurveMeasurement.Measure);

    Target<ReaderCurveSpec, Table<EvolutionCurveRow>> LearnedEvolution => _ => _
        .Description("What density evolution predicts of the 1-skill learner's ability")
        .ForEach(LearnedLoads.Select(load => Readers(load, seed: 1)))
        .Into("metrics/evolution-curves")
        .Runs(EvolutionCurveMeasurement.Measure);

    Target<SummarySpec, Table<Number>> LearnedEmergenceNumbers => _ => _
        .Description("Numbers of skills.learned: where skills emerge")
        .ForEach(new SummarySpec("skills.learned"))
        .From(LearnedTextAnswers.All)
        .From(LearnedReaders.All)
        .From(LearnedEvolution.All)
        .Into("metrics/emergence-numbers")
        .Runs(EmergenceSummary.Summarize);

    Target<SummarySpec, Table<Number>> LearnedCompetenceNumbers => _ => _
        .Description("Numbers of skills.learned: competence and unseen tuples")
        .ForEach(new SummarySpec("skills.learned"))
        .From(LearnedCurves.All)
        .From(LearnedTextAnswers.All)
        .Into("metrics/competence-numbers")
        .Runs(CompetenceSummary.Summarize);

    ArtifactList<Table<Number>> LearnedNumbers => LearnedEmergenceNumbers.All.And(LearnedCompetenceNumbers.All);

    /// <summary>Measurements of trained models, by the names that figures and tables of the report query.</summary>
    IEnumerable<(string Name, Input Artifacts)> LearnedTables =>
    [
        ("learned_texts", LearnedTextAnswers.All),
        ("learned_curves", LearnedCurves.All),
        ("reader_curves", LearnedReaders.All),
        ("evolution_curves", LearnedEvolution.All),
    ];

    GptSpec LearnedModel(SkillTextSpec language, int width) => new(
        LearnedLayers, LearnedHeads, width, LearnedBlock,
        Vocabulary: new SkillAlphabet(language.Answer, language.Skills, language.Longest).Tokens);

    TrainingSpec LearnedOptimization => new()
    {
        Steps = LearnedSteps,
        Batch = LearnedBatch,
        LearningRate = LearnedLearningRate,
        Schedule = RateSchedule.Cosine,
        WarmupSteps = Math.Min(WarmupSteps, LearnedSteps),
        SnapshotSteps = LearnedSnapshotSteps,
        DigestInterval = DigestInterval,
        StateInterval = StateInterval,
    };

    SkillTextSpec LearnerLanguage(AnswerForm answer, double load, double ratio, int seed) => new SkillTextSpec(
        answer, TextSizes.Poisson, load, ratio, LearnedSkills, LearnedLongest, HeldOut: 0, LearnedDocuments, seed).Validate();

    LearnedSpec Learned(SkillTextSpec language, int width) => new(
        new Training(language.Name, LearnedModel(language, width), LearnedOptimization, language.Seed).Validate(),
        language, LearnedTexts, Pieces, PieceSize);

    ReaderCurveSpec Readers(double load, int seed) => new ReaderCurveSpec(
        LearnerLanguage(AnswerForm.Counted, load, LearnedReaderRatios[^1], seed), LearnedReaderRatios, LearnedTexts).Validate();
}
