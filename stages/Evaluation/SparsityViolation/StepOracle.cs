using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics.Statistics;

namespace Research.Evaluation.SparsityViolation;

/// <summary>
/// Predicts the first letter of message m of a trial, from its first message alone and from all messages before it.
/// </summary>
internal sealed class StepOracle(SparsityViolationSpec item, Language language)
{
    private readonly BayesFilter filter = new(language);
    private readonly double[] posterior = new double[language.Intentions];
    private readonly double[] exact = new double[language.Alphabet.Tokens];
    private readonly NextMessage next = new(language);

    /// <summary>
    /// The intentions of messages 0, 1, ... as the first message alone tells them, exactly. [messages][intentions]
    /// </summary>
    public List<double[]> Forward(StepTrial trial)
    {
        filter.Predict(trial.Prompt(1), exact);
        filter.Posterior(posterior);
        var forward = new List<double[]> { posterior.ToArray() };
        while (forward.Count < trial.MostMessages)
        {
            var later = new double[language.Intentions];
            for (var i = 0; i < later.Length; i++)
                for (var j = 0; j < later.Length; j++)
                    later[j] = Math.FusedMultiplyAdd(forward[^1][i], language.NextIntention(i)[j], later[j]);
            forward.Add(later);
        }

        return forward;
    }

    /// <summary>
    /// The prompts that a model is asked to answer in place of the first message alone, each with its weight: the ways in
    /// which the text may go on, by the exact probability of the last intention.
    /// </summary>
    public static IEnumerable<(double Weight, int[] Prompt)> Unseen(
        StepTrial trial, int messages, IReadOnlyList<double[]> forward)
    {
        if (messages == 1) return [(1, trial.Prompt(1))];
        return
            from last in Enumerable.Range(0, forward[0].Length)
            where forward[messages - 1][last] > 0
            let prompts = trial.Continuations(messages, last, forward).ToList()
            from prompt in prompts
            select (forward[messages - 1][last] / prompts.Count, prompt);
    }

    /// <summary>The row of a reader who has seen the first message alone.</summary>
    public SparsityViolationRow Direct(StepTrial trial, int messages, IReadOnlyList<double[]> forward, double[] answer)
    {
        forward[messages - 1].CopyTo(posterior, 0);
        FirstLetter.Predict(language, posterior, exact);
        return Row(ViolationTask.Direct, trial, messages, answer);
    }

    /// <summary>The row of a reader who has seen every message.</summary>
    public SparsityViolationRow Steps(StepTrial trial, int messages, double[] answer)
    {
        filter.Predict(trial.Prompt(messages), exact);
        filter.Posterior(posterior);
        return Row(ViolationTask.Steps, trial, messages, answer);
    }

    private SparsityViolationRow Row(ViolationTask task, StepTrial trial, int messages, double[] answer)
    {
        var last = trial.Intention(messages - 1);
        var epsilon = IntentionPosterior.Ambiguity(posterior, last);
        return new(
            item.Language.Overlap, item.Training.Model.ToString(), item.Training.Seed, task, messages, trial.Index, epsilon,
            ModelKl: KlDivergence.Floored(next.Given(last), answer),
            ExactKl: KlDivergence.Floored(next.Given(last), exact),
            ToldKl: null,
            UninformedKl: next.UninformedKl(last));
    }
}
