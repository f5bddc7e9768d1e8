using Research.Learning.Inference;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Learning;
using Research.Tables;

namespace Research.Evaluation.Density;

/// <summary>
/// Density approximation (Jiang 2023, section 3 and figure 1): the probability a model gives to validation windows,
/// over its training, against the exact probability in the language.
/// </summary>
public static class DensityMeasurement
{
    private const int WindowsOfBatch = 8;

    /// <summary>Measures every snapshot of a training and its final weights on the same windows.</summary>
    /// <exception cref="InputException">The corpus is too short for a window, or an input is damaged.</exception>
    public static void Measure(
        DensitySpec item, Checkpoint checkpoint, Corpus corpus, Table<DensityRow> output, JobContext job)
    {
        var language = corpus.Language;
        var windows = DensityWindows.Draw(item, corpus);
        var oracle = new WindowOracle(language);
        var scores = Array.ConvertAll(windows, oracle.Read);
        var course = TrainingCourse.Of(item.Training, checkpoint);
        var rows = new List<DensityRow>(course.Count * windows.Length);
        foreach (var (step, snapshot) in course)
        {
            using var model = TrainedModel.Load(item.Training, checkpoint, language.Alphabet.Characters, job, snapshot);
            foreach (var batch in Enumerable.Range(0, windows.Length).Chunk(WindowsOfBatch))
            {
                job.Report(rows.Count, course.Count * windows.Length, "windows");
                var logs = model.LogProbabilities([.. batch.Select(n => windows[n])], job.Cancellation);
                rows.AddRange(batch.Zip(logs, (n, log) => Row(item, step, n, log, scores[n])));
            }
        }

        output.Write(rows);
    }

    private static DensityRow Row(DensitySpec item, int step, int window, double logProbability, WindowScores scores)
    {
        var (training, language) = (item.Training, item.Language);
        double predictions = training.Model.Block;
        return new(
            training.Language, language.Reading, language.Noise, training.Model.ToString(), training.Seed, step,
            (long)step * training.Schedule.Batch * training.Model.Block, window,
            Loss: -logProbability / predictions,
            Optimum: -scores.Exact / predictions,
            Frequencies: -scores.Frequencies / predictions,
            Deviation: Math.Abs(logProbability - scores.Exact) / predictions,
            ReleasedDeviation: Math.Abs(logProbability - scores.Released) / predictions,
            OptimalReleasedDeviation: Math.Abs(scores.Exact - scores.Released) / predictions);
    }
}
