using Research.Learning.Inference;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics.Statistics;

namespace Research.Evaluation.Understanding;

/// <summary>Holds answers to prompts against the exact distributions.</summary>
internal sealed class PromptOracle(Language language)
{
    private readonly BayesFilter filter = new(language);
    private readonly double[] posterior = new double[language.Intentions];
    private readonly double[] exact = new double[language.Alphabet.Tokens];
    private readonly double[] known = new double[language.Alphabet.Tokens];
    private readonly double[] truth = new double[language.Alphabet.Tokens];

    /// <summary>The row of a prompt and a model's distribution of the token after it.</summary>
    public UnderstandingRow Row(UnderstandingSpec item, UnderstandingPrompt prompt, double[] answer)
    {
        filter.Predict(prompt.Tokens, exact);
        filter.Posterior(posterior);
        filter.PredictGiven(prompt.Intention, known);
        // The author's truth: the message goes on, its letter row is known.
        language.NextLetter(prompt.Intention, prompt.Tokens[^1] - 1).CopyTo(truth.AsSpan(1));
        return new(
            item.Training.Language, item.Language.Reading, item.Language.Noise, item.Training.Model.ToString(),
            item.Training.Seed, prompt.Protocol, prompt.Transitions, prompt.Index,
            Epsilon: IntentionPosterior.Ambiguity(posterior, prompt.Intention),
            OracleGap: Distributions.LargestGap(exact, known),
            ModelGap: Distributions.LargestGap(answer, known),
            Approximation: Distributions.LargestGap(answer, exact),
            OracleKl: KlDivergence.Floored(truth, exact),
            ModelKl: KlDivergence.Floored(truth, answer));
    }
}
