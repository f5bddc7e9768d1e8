using Research.Learning.Inference;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Languages.Ginc;
using Research.Languages.Ginc.Oracles;
using Research.Numerics.Statistics;

namespace Research.Evaluation.Ginc;

/// <summary>Holds a model's answers to GINC prompts against exact readers and bounds.</summary>
internal sealed class GincPromptOracle
{
    private readonly ExampleReader knowing;
    private readonly ConceptFilter exact;
    private readonly PromptReader told;
    private readonly double[] truth;
    private readonly double[] prediction;
    private readonly double[] given;
    private readonly double[] concepts;
    private readonly double[] intentions;

    /// <summary>Exact readers of a language.</summary>
    public GincPromptOracle(GincLanguage language)
    {
        (knowing, exact, told) = (new(language), new(language), new(language));
        var tokens = language.Alphabet.Tokens;
        (truth, prediction, given) = (new double[tokens], new double[tokens], new double[tokens]);
        (concepts, intentions) = (new double[language.Concepts], new double[told.Intentions]);
    }

    /// <summary>The token that one who knows concept and slot holds for the likeliest next; the lowest of equals.</summary>
    public int Label(GincPrompt prompt)
    {
        ReadTruth(prompt);
        return IntentionPosterior.Top(truth);
    }

    /// <summary>The row of a prompt and a model's distribution of the token after it.</summary>
    public GincPromptRow Row(GincPromptSpec item, GincPrompt prompt, int examples, double[] answer)
    {
        var label = Label(prompt);
        var isSeen = prompt.Kind == ConceptKind.Seen;
        var row = new GincPromptRow(
            item.Training.Language, item.Training.Model.ToString(), item.Training.Seed, prompt.Kind, item.Length, examples, prompt.Index,
            prompt.Concept, IntentionPosterior.Top(answer) == label, answer[label], KlDivergence.Floored(truth, answer),
            ExactCorrect: false, ExactLabel: 0, ExactKl: null, ToldCorrect: false, ToldLabel: 0, ToldKl: null,
            Epsilon: null, ExactGap: null, ModelGap: null, Joint: null, Product: null, OddsBound: null);
        if (exact.Read(prompt.Text(examples)))
        {
            exact.Predict(prediction);
            row = row with
            {
                ExactCorrect = IntentionPosterior.Top(prediction) == label,
                ExactLabel = prediction[label],
                ExactKl = KlDivergence.Floored(truth, prediction),
            };
            if (isSeen) row = WithGaps(row, answer);
        }

        if (isSeen && examples > 1) row = WithAmbiguities(row, prompt);
        return WithTold(row, prompt, label);
    }

    private void ReadTruth(GincPrompt prompt)
    {
        truth.AsSpan().Clear();
        knowing.AddNext(prompt.Concept, prompt.Slot, prompt.Unfinished, 1, truth);
    }

    private GincPromptRow WithGaps(GincPromptRow row, double[] answer)
    {
        exact.Posterior(concepts);
        exact.PredictGiven(row.Concept, given);
        return row with
        {
            Epsilon = IntentionPosterior.Ambiguity(concepts, row.Concept),
            ExactGap = Distributions.LargestGap(prediction, given),
            ModelGap = Distributions.LargestGap(answer, given),
        };
    }

    private GincPromptRow WithAmbiguities(GincPromptRow row, GincPrompt prompt)
    {
        var intention = told.IntentionOf(prompt.Concept, prompt.Slot);
        var single = new double[row.Examples];
        for (var n = 1; n <= row.Examples; n++) single[n - 1] = Ambiguity(n, n);
        return row with
        {
            Joint = Ambiguity(1, row.Examples),
            Product = AmbiguityBounds.Product(single),
            OddsBound = AmbiguityBounds.Odds(single),
        };

        double Ambiguity(int first, int last)
        {
            told.Reset();
            for (var n = first; n <= last; n++) told.Add(prompt.Example(n));
            told.Posterior(intentions);
            return IntentionPosterior.Ambiguity(intentions, intention);
        }
    }

    private GincPromptRow WithTold(GincPromptRow row, GincPrompt prompt, int label)
    {
        told.Reset();
        for (var n = 1; n <= row.Examples; n++) told.Add(prompt.Example(n));
        if (!told.Add(prompt.Unfinished)) return row;
        told.Predict(prompt.Unfinished, prediction);
        return row with
        {
            ToldCorrect = IntentionPosterior.Top(prediction) == label,
            ToldLabel = prediction[label],
            ToldKl = KlDivergence.Floored(truth, prediction),
        };
    }
}
