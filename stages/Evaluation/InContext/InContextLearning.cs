using Research.Learning.Inference;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Learning;
using Research.Tables;

namespace Research.Evaluation.InContext;

/// <summary>
/// In-context learning (Jiang 2023, Proposition 5.2 and figure 3): KL from the true distribution of the next message's
/// first letter, after m messages of one intention. As in the author's code, a trial's prompts grow at the front, so
/// that the message just before the prediction stays the same.
/// </summary>
public static class InContextLearning
{
    /// <summary>Asks a model and exact readers for the letter after each prompt.</summary>
    /// <exception cref="InputException">
    /// The model's block is too short for the prompts, or an input is damaged.
    /// </exception>
    public static void Measure(
        InContextSpec item, Checkpoint checkpoint, Corpus corpus, Table<InContextRow> output, JobContext job)
    {
        var language = corpus.Language;
        var trials = InContextTrial.DrawAll(item, language);
        using var model = TrainedModel.Load(item.Training, checkpoint, language.Alphabet.Characters, job);
        var oracle = new TrialOracle(language);
        var rows = new List<InContextRow>();
        for (var examples = 1; examples <= item.MostExamples; examples++)
        {
            job.Report(rows.Count, item.MostExamples * item.Trials, "prompts");
            var answers = model.NextTokens(trials.ConvertAll(trial => trial.Prompt(examples)), job.Cancellation);
            foreach (var (trial, answer) in trials.Zip(answers)) rows.Add(oracle.Row(item, trial, examples, answer));
        }

        output.Write(rows);
    }
}
