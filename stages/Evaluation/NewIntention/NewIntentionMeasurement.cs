using Research.Learning.Inference;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Learning;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.NewIntention;

/// <summary>
/// Intentions that a model has never met (a question of the reviewers of Jiang 2023). By the theory the model is the
/// marginal q of its training language and answers as the exact reader of that language does, whatever the truth is now.
/// </summary>
public static class NewIntentionMeasurement
{
    /// <summary>
    /// Asks a model and exact readers for the next letter, by kind, examples and letters. A language that has no room for
    /// new intentions has no rows.
    /// </summary>
    /// <exception cref="InputException">
    /// The model's block is too short for the prompts, or an input is damaged.
    /// </exception>
    public static void Measure(
        NewIntentionSpec item, Checkpoint checkpoint, Corpus corpus, Table<NewIntentionRow> output, JobContext job)
    {
        var language = corpus.Language;
        var period = language.MessageLength + 1;
        var longest = (item.MostExamples + 1) * period;
        if (longest > item.Training.Model.Block)
        {
            throw new InputException(
                $"{item.MostExamples} examples and a message take {longest} symbols, the model's block has "
                + $"{item.Training.Model.Block}", item.ToString(),
                "Reduce the number of examples or train with a larger block.");
        }

        if (!NewIntentions.HasRoom(item.Language))
        {
            output.Write([]);
            return;
        }

        var intentions = new NewIntentions(item.Language);
        using var model = TrainedModel.Load(item.Training, checkpoint, language.Alphabet.Characters, job);
        int[] letters = [.. new[] { 1, language.MessageLength / 4, language.MessageLength / 2, language.Transitions }.Where(n => n > 0).Distinct().Order()];
        int[] ends = [.. Enumerable.Range(0, item.MostExamples + 1).SelectMany(m => letters.Select(n => (m * period) + n))];
        var kinds = Enum.GetValues<NewIntentionKind>();
        var rows = new List<NewIntentionRow>();
        foreach (var kind in kinds)
        {
            job.Report(rows.Count, kinds.Length * item.Trials * ends.Length, "prompts");
            var trials = Enumerable.Range(0, item.Trials).Select(n => new NewIntentionTrial(item, intentions, kind, n)).ToList();
            var answers = model.NextTokens(trials.ConvertAll(trial => trial.Text), ends, job.Cancellation);
            foreach (var (trial, answer) in trials.Zip(answers)) rows.AddRange(Rows(item, language, trial, ends, answer));
        }

        output.Write(rows);
    }

    private static IEnumerable<NewIntentionRow> Rows(
        NewIntentionSpec item, Language language, NewIntentionTrial trial, int[] ends, double[][] answers)
    {
        var filter = new BayesFilter(language);
        var counter = new TransitionCounter(language.Letters);
        double[] Tokens() => new double[language.Alphabet.Tokens];
        var (truth, mixture, learner, posterior) = (Tokens(), Tokens(), Tokens(), new double[language.Intentions]);
        foreach (var (end, answer) in ends.Zip(answers))
        {
            var prompt = trial.Text.AsSpan(0, end + 1);
            filter.Predict(prompt, mixture);
            filter.Posterior(posterior);
            counter.Predict(prompt, learner);
            trial.Intention.NextLetter(0, prompt[^1] - 1).CopyTo(truth.AsSpan(1));
            yield return new(
                item.Training.Language, item.Language.Reading, item.Language.Noise, item.Training.Model.ToString(),
                item.Training.Seed, trial.Kind, trial.Index,
                Examples: end / (language.MessageLength + 1),
                Letters: end % (language.MessageLength + 1),
                ModelToMixture: KlDivergence.Floored(mixture, answer),
                ModelToTruth: KlDivergence.Floored(truth, answer),
                MixtureToTruth: KlDivergence.Floored(truth, mixture),
                LearnerToTruth: KlDivergence.Floored(truth, learner),
                TopMass: posterior[IntentionPosterior.Top(posterior)]);
        }
    }
}
