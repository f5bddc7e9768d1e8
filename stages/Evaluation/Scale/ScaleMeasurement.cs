using Research.Evaluation.Density;
using Research.Learning.Inference;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Learning;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Scale;

/// <summary>
/// Scale (Jiang 2023, section 9): the gap between a model's distribution and the language's, and beside it what the
/// model can do with examples in its prompt, over its training.
/// </summary>
public static class ScaleMeasurement
{
    private const int WindowsOfBatch = 8;

    /// <summary>Measures every snapshot of a training and its final weights on the same windows and trials.</summary>
    /// <exception cref="InputException">
    /// The model's block is too short for the prompts or the validation text too short for a window, or an input is
    /// damaged.
    /// </exception>
    public static void Measure(
        ScaleSpec item, Checkpoint checkpoint, Corpus corpus, Table<ScaleRow> output, JobContext job)
    {
        var language = corpus.Language;
        var prompted = new PromptedAbility(item.InContext, language);
        var windows = DensityWindows.Draw(item.Density, corpus);
        var oracle = new WindowOracle(language);
        double[] optima = [.. windows.Select(window => oracle.Read(window).Exact)];
        var course = TrainingCourse.Of(item.Training, checkpoint);
        var rows = new List<ScaleRow>(course.Count);
        foreach (var (step, snapshot) in course)
        {
            job.Report(rows.Count, course.Count, "snapshots");
            using var model = TrainedModel.Load(item.Training, checkpoint, language.Alphabet.Characters, job, snapshot);
            var logs = windows.Chunk(WindowsOfBatch)
                .SelectMany(batch => model.LogProbabilities(batch, job.Cancellation));
            var excess = Moments.Mean([.. optima.Zip(logs, (exact, log) => exact - log)]);
            rows.Add(Row(item, step, excess / item.Training.Model.Block, prompted, prompted.Of(model, job.Cancellation)));
        }

        output.Write(rows);
    }

    private static ScaleRow Row(
        ScaleSpec item, int step, double gap, PromptedAbility prompted, (double First, double Last) model)
    {
        var (training, language) = (item.Training, item.Language);
        return new(
            language.ToString(), language.Reading, language.Noise, training.Model.Layers, training.Model.Width,
            item.Corpus.Messages, training.Seed, step, (long)step * training.Schedule.Batch * training.Model.Block, gap,
            ModelFirst: model.First,
            ModelLast: model.Last,
            prompted.ExactFirst,
            prompted.ExactLast,
            prompted.Unread,
            Ability: (prompted.Unread - model.Last) / (prompted.Unread - prompted.ExactLast),
            Gain: model.First - model.Last);
    }
}
