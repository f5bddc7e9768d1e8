using Research.Evaluation.Density;
using Research.Evaluation.InContext;
using Research.Evaluation.NewIntention;
using Research.Evaluation.ProductBound;
using Research.Evaluation.Sparsity;
using Research.Evaluation.SparsityViolation;
using Research.Evaluation.Understanding;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Tables;

namespace Research.Evaluation.Tests;

/// <summary>What all measurements have in common.</summary>
public sealed class MeasurementTests
{
    [Fact]
    public void One_thread_and_three_write_the_same_bytes()
    {
        using var laboratory = Laboratory.OfTiny(Reading.Ambiguous);

        var one = Measure(laboratory, new JobContext { Threads = 1 });
        var three = Measure(laboratory, new JobContext { Threads = 3 });

        Assert.Equal(7, one.Count);
        Assert.All(one.Zip(three), pair => Assert.Equal(File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)));
    }

    [Fact]
    public void Progress_rises_within_a_total_that_stays()
    {
        using var laboratory = Laboratory.OfTiny(Reading.Ambiguous);
        var progress = new ProgressRecorder();

        Measure(laboratory, new JobContext { Progress = progress });

        var jobs = progress.Reports.GroupBy(report => report.Unit + report.Total).ToList();
        Assert.Equal(7, jobs.Count);
        Assert.All(jobs, job =>
        {
            Assert.Equal(0, job.First().Done);
            Assert.All(job.Zip(job.Skip(1)), pair => Assert.True(pair.Second.Done > pair.First.Done));
            Assert.All(job, report => Assert.InRange(report.Done, 0, report.Total - 1));
            Assert.True(job.Count() > 1);
        });
    }

    [Fact]
    public void A_user_who_wants_to_stop_is_obeyed()
    {
        using var laboratory = Laboratory.OfTiny(Reading.Ambiguous);

        Assert.Throws<OperationCanceledException>(
            () => Measure(laboratory, new JobContext { Cancellation = new CancellationToken(canceled: true) }));
    }

    [Fact]
    public void A_corpus_too_short_for_a_window_is_named()
    {
        // Two messages of six symbols are for validation.
        using var laboratory = new Laboratory(Laboratory.Tiny(Reading.Ambiguous, messages: 20), block: 12);

        var error = Assert.Throws<InputException>(
            () => Density(laboratory, laboratory.Table<DensityRow>(), new JobContext()));

        Assert.Equal("the validation text has 12 symbols, a window needs 13", error.What);
        Assert.Equal(laboratory.Corpus.MessagesPath, error.Where);
    }

    [Fact]
    public void A_checkpoint_of_another_vocabulary_is_named()
    {
        using var laboratory = Laboratory.OfTiny(Reading.Ambiguous);
        using var other = new Laboratory(Laboratory.Tiny(Reading.Ambiguous) with { Intentions = 2 }, block: 18);
        var model = other.Training.Model;
        var training = laboratory.Training with { Model = model };
        var item = new InContextSpec(training, laboratory.Spec, Trials: 2, MostExamples: 2);

        var error = Assert.Throws<InputException>(() => InContextLearning.Measure(
            item, other.Checkpoint, laboratory.Corpus, laboratory.Table<InContextRow>(), new JobContext()));

        Assert.Equal("the model knows the characters '\\nab', the text has '\\nabc'", error.What);
    }

    [Fact]
    public void A_checkpoint_of_another_shape_is_named()
    {
        using var laboratory = Laboratory.OfTiny(Reading.Ambiguous);
        var training = laboratory.Training with { Model = laboratory.Training.Model with { Width = 16 } };

        var error = Assert.Throws<InputException>(() => LanguageUnderstanding.Measure(
            new(training, laboratory.Spec, Prompts: 2, MostTransitions: 2), laboratory.Checkpoint, laboratory.Corpus,
            laboratory.Table<UnderstandingRow>(), new JobContext()));

        Assert.Equal($"the file holds {laboratory.Training.Model}, expected {training.Model}", error.What);
    }

    [Fact]
    public void A_message_that_is_none_of_the_language_is_named()
    {
        using var laboratory = Laboratory.OfTiny(Reading.Ambiguous);
        Parquet.Write(laboratory.Corpus.MessagesPath, [new Languages.Message(0, 0, "train", "abZba")]);

        var error = Assert.Throws<InputException>(() => SparsityMeasurement.Measure(
            new(laboratory.Spec, 10), laboratory.Corpus, laboratory.Table<SparsityRow>(), new JobContext()));

        Assert.Equal("message 0 has a character that is not in the language", error.What);
    }

    private static List<string> Measure(Laboratory laboratory, JobContext job)
    {
        var (training, language, checkpoint, corpus) =
            (laboratory.Training, laboratory.Spec, laboratory.Checkpoint, laboratory.Corpus);
        var density = laboratory.Table<DensityRow>();
        Density(laboratory, density, job);
        var sparsity = laboratory.Table<SparsityRow>();
        SparsityMeasurement.Measure(new(language, 50), corpus, sparsity, job);
        var understanding = laboratory.Table<UnderstandingRow>();
        LanguageUnderstanding.Measure(new(training, language, 20, 3), checkpoint, corpus, understanding, job);
        var inContext = laboratory.Table<InContextRow>();
        InContextLearning.Measure(new(training, language, 20, 3), checkpoint, corpus, inContext, job);
        var productBound = laboratory.Table<ProductBoundRow>();
        ProductBoundMeasurement.Measure(new(language, 50, 3), corpus, productBound, job);
        var violation = laboratory.Table<SparsityViolationRow>();
        SparsityViolationMeasurement.Measure(new(training, language, 20, 20, 3, 2, 3), checkpoint, corpus, violation, job);
        var newIntention = laboratory.Table<NewIntentionRow>();
        NewIntentionMeasurement.Measure(new(training, language, 20, 2), checkpoint, corpus, newIntention, job);
        return
        [
            density.FilePath, sparsity.FilePath, understanding.FilePath, inContext.FilePath, productBound.FilePath,
            violation.FilePath, newIntention.FilePath,
        ];
    }

    private static void Density(Laboratory laboratory, Table<DensityRow> output, JobContext job) =>
        DensityMeasurement.Measure(
            new(laboratory.Training, laboratory.Spec, Windows: 20), laboratory.Checkpoint, laboratory.Corpus, output,
            job);

    private sealed class ProgressRecorder : IProgress<JobProgress>
    {
        public List<JobProgress> Reports { get; } = [];

        public void Report(JobProgress value) => Reports.Add(value);
    }
}
