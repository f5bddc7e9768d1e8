namespace Research.Mirage.Arithmetic;

/// <summary>One frozen output under every metric.</summary>
/// <param name="Model">Label of the shape: <c>w16</c>.</param>
/// <param name="Parameters">Parameters of the model, embeddings included.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Step">Optimizer steps done.</param>
/// <param name="Tokens">Tokens trained on until then.</param>
/// <param name="IsFinal">Whether these are the final weights.</param>
/// <param name="Loss">Pre-training loss, nats per token.</param>
/// <param name="Task">The task.</param>
/// <param name="Length">Tokens of the target.</param>
/// <param name="Item">Number of the item in its task and length.</param>
/// <param name="Exact">Exact match of the greedy answer, 0 or 1.</param>
/// <param name="EditDistance">Its token edit distance.</param>
/// <param name="Drawn">Answers drawn.</param>
/// <param name="DrawnRight">How many of them match exactly.</param>
/// <param name="FirstRight">Number of the first that does, from 1; 0 for none.</param>
/// <param name="LogLikelihood">ln p of the target and its end, nats.</param>
/// <param name="TokenLoss">Cross-entropy of the target and its end, nats per token.</param>
/// <param name="Probability">p of the target and its end: how likely a drawn answer is right.</param>
/// <param name="ChoiceProbability">p of the target among the options.</param>
/// <param name="Grade">Multiple-choice grade, 0 or 1.</param>
/// <param name="Brier">Brier score over the options, 0 to 2.</param>
/// <param name="TargetBrier">Squared error of the target's probability among the options.</param>
public sealed record ArithmeticScore(
    string Model, long Parameters, int Seed, int Step, long Tokens, bool IsFinal, double Loss, ArithmeticTask Task, int Length, int Item,
    int Exact, int EditDistance, int Drawn, int DrawnRight, int FirstRight, double LogLikelihood, double TokenLoss, double Probability,
    double ChoiceProbability, int Grade, double Brier, double TargetBrier)
{
    /// <summary>Scores an output.</summary>
    public static ArithmeticScore Of(FrozenOutput output)
    {
        var (target, greedy) = (FrozenOutput.TokensOf(output.Target), FrozenOutput.TokensOf(output.Greedy));
        var (logs, choices, samples) = (output.ReadTargetLogs(), output.ReadChoiceLogs(), output.ReadSamples());
        var probabilities = new double[choices.Length];
        Metrics.ChoiceProbabilities.Of(choices, probabilities);
        bool[] right = Array.ConvertAll(samples, sample => Metrics.ExactMatch.Of(FrozenOutput.TokensOf(sample), target));
        var log = Metrics.LogLikelihood.Of(logs);
        return new(
            output.Model, output.Parameters, output.Seed, output.Step, output.Tokens, output.IsFinal, output.Loss, output.Task, output.Length,
            output.Item,
            Exact: output.Ended && Metrics.ExactMatch.Of(greedy, target) ? 1 : 0,
            EditDistance: Metrics.TokenEditDistance.Of(greedy, target),
            Drawn: samples.Length, DrawnRight: right.Count(hit => hit), FirstRight: Array.IndexOf(right, true) + 1,
            log, -Metrics.LogLikelihood.PerToken(logs), Numerics.Elementary.Exp(log),
            probabilities[output.Correct], Metrics.MultipleChoiceGrade.Of(choices, output.Correct) ? 1 : 0,
            Metrics.BrierScore.MultiClass(probabilities, output.Correct), Metrics.BrierScore.TargetOnly(probabilities[output.Correct]));
    }
}
