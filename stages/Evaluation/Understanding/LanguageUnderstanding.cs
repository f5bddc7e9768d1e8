using Research.Evaluation.Models;
using Research.Jobs;
using Research.Languages;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Learning;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Understanding;

/// <summary>
/// Language understanding (Jiang 2023, Proposition 4.2 and figure 2): after the first letters of a message, how far is the next-symbol
/// distribution from that of a reader who knows the intention? The author's prompts have no leading newline, which leaves their place in the
/// message unknown; the same is measured with one.
/// </summary>
public static class LanguageUnderstanding
{
    /// <summary>Asks a model and the exact filter for the symbol after each prompt.</summary>
    /// <exception cref="InputException">An input is damaged.</exception>
    public static void Measure(
        UnderstandingSpec item, Checkpoint checkpoint, Corpus corpus, Table<UnderstandingRow> output, JobContext job)
    {
        var language = corpus.Language;
        using var model = TrainedModel.Load(item.Training, checkpoint, language, job);
        var oracle = new PromptOracle(language);
        var draws = new Philox(item.Training.Seed, "evaluation/understanding");
        var rows = new List<UnderstandingRow>();
        foreach (var protocol in Enum.GetValues<PromptProtocol>())
        {
            for (var transitions = 1; transitions <= item.MostTransitions; transitions++)
            {
                job.Report(rows.Count, 2 * item.MostTransitions * item.Prompts, "prompts");
                var prompts = Prompts(language, item, protocol, transitions, draws);
                var answers = model.NextTokens(prompts.ConvertAll(prompt => prompt.Tokens), job.Cancellation);
                for (var n = 0; n < prompts.Count; n++)
                {
                    var (intention, tokens) = prompts[n];
                    rows.Add(oracle.Row(item, protocol, transitions, n, intention, tokens, answers[n]));
                }
            }
        }

        output.Write(rows);
    }

    private static List<(int Intention, int[] Tokens)> Prompts(
        Language language, UnderstandingSpec item, PromptProtocol protocol, int transitions, Philox source)
    {
        var lead = protocol == PromptProtocol.Newline ? 1 : 0;
        var sampler = new MessageSampler(language);
        var prompts = new List<(int, int[])>(item.Prompts);
        for (var n = 0; n < item.Prompts; n++)
        {
            var draws = new PhiloxStream(source, step: (uint)n, tensor: (uint)((2 * transitions) + lead));
            var tokens = new int[lead + transitions + 1];
            tokens[0] = Alphabet.Newline;
            var intention = sampler.Intention(ref draws);
            sampler.Message(intention, tokens.AsSpan(lead), ref draws);
            prompts.Add((intention, tokens));
        }

        return prompts;
    }

    /// <summary>The exact distributions that belong to one prompt.</summary>
    private sealed class PromptOracle(Language language)
    {
        private readonly BayesFilter filter = new(language);
        private readonly double[] posterior = new double[language.Intentions];
        private readonly double[] exact = new double[language.Alphabet.Tokens];
        private readonly double[] known = new double[language.Alphabet.Tokens];
        private readonly double[] truth = new double[language.Alphabet.Tokens];

        public UnderstandingRow Row(
            UnderstandingSpec item, PromptProtocol protocol, int transitions, int prompt, int intention, int[] tokens, double[] answer)
        {
            filter.Reset();
            foreach (var token in tokens) filter.Observe(token);
            filter.Posterior(posterior);
            filter.Predict(exact);
            filter.PredictGiven(intention, known);
            // The author's truth: the message goes on, its letter row is known.
            language.NextLetter(intention, tokens[^1] - 1).CopyTo(truth.AsSpan(1));
            return new UnderstandingRow(
                item.Training.Language, item.Language.Reading, item.Language.Noise, item.Training.Model.ToString(), item.Training.Seed,
                protocol, transitions, prompt,
                IntentionPosterior.Ambiguity(posterior, intention),
                Distributions.LargestGap(exact, known), Distributions.LargestGap(answer, known),
                Distributions.LargestGap(answer, exact), KlDivergence.Floored(truth, exact),
                KlDivergence.Floored(truth, answer));
        }
    }
}
