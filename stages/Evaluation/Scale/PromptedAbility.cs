using Research.Evaluation.InContext;
using Research.Learning.Inference;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics.Statistics;

namespace Research.Evaluation.Scale;

/// <summary>
/// The in-context trials that a model's ability is measured by: those of the in-context learning experiment, after one
/// example and after the most, with what exact readers make of them.
/// </summary>
internal sealed class PromptedAbility
{
    private readonly double[][] truths;
    private readonly int[][] first;
    private readonly int[][] last;

    /// <summary>Draws the trials and asks the exact readers.</summary>
    /// <exception cref="Jobs.InputException">The model's block is too short for the prompts.</exception>
    public PromptedAbility(InContextSpec item, Language language)
    {
        var trials = InContextTrial.DrawAll(item, language);
        var oracle = new TrialOracle(language);
        truths = [.. trials.Select(trial => oracle.Truth(trial.Intention))];
        first = [.. trials.Select(trial => trial.Prompt(1))];
        last = [.. trials.Select(trial => trial.Prompt(item.MostExamples))];
        ExactFirst = MeanKl(first.Select(oracle.Exact));
        ExactLast = MeanKl(last.Select(oracle.Exact));
        var unread = new double[language.Alphabet.Tokens];
        FirstLetter.Predict(language, language.Stationary, unread);
        Unread = MeanKl(truths.Select(_ => unread));
    }

    /// <summary>Mean KL of the exact filter after one example, nats.</summary>
    public double ExactFirst { get; }

    /// <summary>Mean KL of the exact filter after the most examples, nats.</summary>
    public double ExactLast { get; }

    /// <summary>Mean KL of a reader who knows that a message begins, and no more, nats.</summary>
    public double Unread { get; }

    /// <summary>Mean KL of a model after one example and after the most, nats.</summary>
    public (double First, double Last) Of(TrainedModel model, CancellationToken cancellation) =>
        (MeanKl(model.NextTokens(first, cancellation)), MeanKl(model.NextTokens(last, cancellation)));

    private double MeanKl(IEnumerable<double[]> predictions) =>
        Moments.Mean([.. truths.Zip(predictions, (truth, prediction) => KlDivergence.Floored(truth, prediction))]);
}
