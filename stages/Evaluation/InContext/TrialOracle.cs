using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics.Statistics;

namespace Research.Evaluation.InContext;

/// <summary>Holds answers to the prompts of trials against exact readers and bounds.</summary>
internal sealed class TrialOracle(Language language)
{
    /// <summary>
    /// An odds bound is kept below 1, so that the KL bound of one hopeless trial stays finite in the means.
    /// </summary>
    private const double LargestOddsBound = 1 - 1e-15;

    private readonly BayesFilter filter = new(language);
    private readonly MessageOracle oracle = new(language);
    private readonly SharedIntention shared = new(new MessageOracle(language));
    private readonly double[] posterior = new double[language.Intentions];
    private readonly double[] prediction = new double[language.Alphabet.Tokens];

    /// <summary>The true distribution of the token after messages of an intention. [tokens]</summary>
    public double[] Truth(int intention)
    {
        var truth = new double[language.Alphabet.Tokens];
        posterior.AsSpan().Clear();
        posterior[intention] = 1;
        FirstLetter.Predict(language, posterior, truth);
        return truth;
    }

    /// <summary>The exact filter's distribution of the token after a prompt. [tokens]</summary>
    public double[] Exact(int[] prompt)
    {
        var exact = new double[language.Alphabet.Tokens];
        filter.Predict(prompt, exact);
        return exact;
    }

    /// <summary>The row of a prompt and a model's distribution of the token after it.</summary>
    public InContextRow Row(InContextSpec item, InContextTrial trial, int examples, double[] answer)
    {
        var truth = Truth(trial.Intention);
        var oracleKl = KlDivergence.Floored(truth, Exact(trial.Prompt(examples)));
        var single = ReadMessages(trial, examples);
        FirstLetter.Predict(language, posterior, prediction);
        var oddsBound = AmbiguityBounds.Odds(single);
        return new(
            item.Training.Language, item.Language.Reading, item.Language.Noise, item.Training.Model.ToString(),
            item.Training.Seed, trial.Index, examples,
            ModelKl: KlDivergence.Floored(truth, answer),
            OracleKl: oracleKl,
            SharedKl: KlDivergence.Floored(truth, prediction),
            Bound: AmbiguityBounds.KlDivergence(oddsBound < LargestOddsBound ? oddsBound : LargestOddsBound),
            Epsilon: IntentionPosterior.Ambiguity(posterior, trial.Intention),
            Product: AmbiguityBounds.Product(single),
            OddsBound: oddsBound);
    }

    /// <summary>The ambiguity of each message; leaves the posterior of their shared intention.</summary>
    private double[] ReadMessages(InContextTrial trial, int examples)
    {
        var single = new double[examples];
        shared.Reset();
        for (var k = 0; k < examples; k++)
        {
            oracle.Posterior(trial.Message(k), posterior);
            single[k] = IntentionPosterior.Ambiguity(posterior, trial.Intention);
            shared.Add(trial.Message(k));
        }

        shared.Posterior(posterior);
        return single;
    }
}
