using Research.Learning.Inference;
using Research.Jobs;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Languages.Ginc;
using Research.Languages.Ginc.Oracles;
using Research.Learning;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Ginc;

/// <summary>Follows a GINC training through its snapshots, to tell whether it was long enough.</summary>
public static class GincCourse
{
    /// <summary>Measures every snapshot and the final weights.</summary>
    /// <exception cref="InputException">The validation text is too short for a window, or an input is damaged.</exception>
    public static void Measure(
        GincCourseSpec item, Checkpoint checkpoint, TokenText text, Table<GincCourseRow> output, JobContext job)
    {
        var (asked, training) = (item.Prompts.Validate(), item.Prompts.Training);
        var language = GincLanguage.Of(asked.Language);
        var windows = Windows(item, text);
        var optimum = Optimum(language, windows);
        var (oracle, sampler) = (new GincPromptOracle(language), new HiddenSampler(language));
        List<GincPrompt> prompts = [.. Enumerable.Range(0, asked.Prompts)
            .Select(index => new GincPrompt(asked, language, sampler, ConceptKind.Seen, index))];
        int[] labels = [.. prompts.Select(oracle.Label)];
        var examples = asked.Examples().Last();
        var texts = prompts.ConvertAll(prompt => prompt.Text(examples));

        var last = training.Schedule.Steps;
        int?[] snapshots = [.. checkpoint.SnapshotSteps.Where(step => step < last).Select(step => (int?)step), null];
        var rows = new List<GincCourseRow>();
        foreach (var snapshot in snapshots)
        {
            job.Report(rows.Count, snapshots.Length, "snapshots");
            using var model = TrainedModel.Load(training, checkpoint, language.Alphabet.Characters, job, snapshot);
            var answers = model.NextTokens(texts, job.Cancellation);
            var loss = -Moments.Mean(model.LogProbabilities(windows, job.Cancellation)) / training.Model.Block;
            var step = snapshot ?? last;
            rows.Add(new(
                training.Language, training.Model.ToString(), training.Seed, step,
                (long)step * training.Schedule.Batch * training.Model.Block, loss, optimum, asked.Length, examples, prompts.Count,
                answers.Zip(labels).Count(pair => IntentionPosterior.Top(pair.First) == pair.Second)));
        }

        output.Write(rows);
    }

    private static int[][] Windows(GincCourseSpec item, TokenText text)
    {
        var training = item.Prompts.Training;
        var (length, validation) = (training.Model.Block + 1, text.Validation);
        if (validation.Length < length)
        {
            throw new InputException(
                $"the validation text has {validation.Length} symbols, a window needs {length}", item.ToString(),
                "Generate more or longer documents, or train with a smaller block.");
        }

        var places = new Philox(training.Seed, "evaluation/ginc/windows");
        return [.. Enumerable.Range(0, item.Windows).Select(n =>
        {
            var window = new int[length];
            validation.CopyTo(places.Below(validation.Length - length + 1, n), window);
            return window;
        })];
    }

    private static double Optimum(GincLanguage language, int[][] windows)
    {
        var filter = new ConceptFilter(language);
        var sums = new double[windows.Length];
        for (var n = 0; n < windows.Length; n++)
        {
            filter.Reset();
            filter.Observe(windows[n][0]);
            foreach (var token in windows[n].AsSpan(1)) sums[n] -= Elementary.Log(filter.Observe(token));
        }

        return Moments.Mean(sums) / (windows[0].Length - 1);
    }
}
