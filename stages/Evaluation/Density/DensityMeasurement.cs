using Research.Evaluation.Models;
using Research.Jobs;
using Research.Languages;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Learning;
using Research.Numerics;
using Research.Tables;

namespace Research.Evaluation.Density;

/// <summary>
/// Density approximation (Jiang 2023, section 3 and figure 1): the probability a model gives to validation windows, over its training,
/// against the exact probability in the language.
/// </summary>
public static class DensityMeasurement
{
    /// <summary>Measures every snapshot of a training and its final weights on the same windows.</summary>
    /// <exception cref="InputException">The corpus is too short for a window, or an input is damaged.</exception>
    public static void Measure(
        DensitySpec item, Checkpoint checkpoint, Corpus corpus, Table<DensityRow> output, JobContext job)
    {
        var language = corpus.Language;
        var windows = Windows(item, corpus);
        var references = windows.ConvertAll(window => new WindowReference(language, window));
        int?[] steps = [.. checkpoint.SnapshotSteps.Select(step => (int?)step), null];
        var rows = new List<DensityRow>(steps.Length * windows.Count);
        for (var s = 0; s < steps.Length; s++)
        {
            using var model = TrainedModel.Load(item.Training, checkpoint, language, job, steps[s]);
            for (var n = 0; n < windows.Count; n++)
            {
                job.Report((s * windows.Count) + n, steps.Length * windows.Count, "windows");
                var logProbability = LogProbability(model, windows[n]);
                rows.Add(references[n].Row(item, steps[s] ?? item.Training.Schedule.Steps, n, logProbability));
            }
        }

        output.Write(rows);
    }

    private static List<int[]> Windows(DensitySpec item, Corpus corpus)
    {
        var text = corpus.Tokens(Splits.Validation);
        var length = item.Training.Model.Block + 1;
        if (text.Length < length)
        {
            throw new InputException(
                $"the validation text has {text.Length} symbols, a window needs {length}", corpus.MessagesPath,
                "Generate more messages, or train with a smaller block.");
        }

        var places = new Philox(item.Training.Seed, "evaluation/density");
        return [.. Enumerable.Range(0, item.Windows).Select(n => text.AsSpan(places.Below(text.Length - length + 1, n), length).ToArray())];
    }

    private static double LogProbability(TrainedModel model, int[] window)
    {
        var logs = model.Predictor.Along([window[..^1]]);
        var sum = 0.0;
        for (var j = 0; j < logs.Rows; j++) sum += logs[j][window[j + 1]];
        return sum;
    }

    /// <summary>What the readers that a model is held against say of one window.</summary>
    private sealed class WindowReference
    {
        private readonly int predictions;
        private readonly double exact;
        private readonly double frequencies;
        private readonly double score;

        public WindowReference(Language language, int[] window)
        {
            predictions = window.Length - 1;
            exact = WindowCrossEntropy.LogProbability(new BayesFilter(language), window);
            score = new ReleasedDeviation(language).LogScore(window);
            var symbols = SymbolFrequencies.Of(language);
            foreach (var token in window.AsSpan(1)) frequencies += Elementary.Log(symbols[token]);
        }

        public DensityRow Row(DensitySpec item, int step, int window, double logProbability) => new(
            item.Training.Language, item.Language.Reading, item.Language.Noise, item.Training.Model.ToString(), item.Training.Seed, step,
            (long)step * item.Training.Schedule.Batch * item.Training.Model.Block, window,
            -logProbability / predictions, -exact / predictions, -frequencies / predictions,
            Math.Abs(logProbability - exact) / predictions, Math.Abs(logProbability - score) / predictions,
            Math.Abs(exact - score) / predictions);
    }
}
