using Research.Evaluation.Models;
using Research.Jobs;
using Research.Languages;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Learning;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.InContext;

/// <summary>
/// In-context learning (Jiang 2023, Proposition 5.2 and figure 3): KL from the true distribution of the next message's first letter, after m
/// messages of one intention. As in the author's code, a trial's prompts grow at the front, so that the message just before the prediction
/// stays the same.
/// </summary>
public static class InContextLearning
{
    /// <summary>An odds bound is kept below 1, so that the KL bound of one hopeless trial stays finite in the means.</summary>
    private const double LargestOddsBound = 1 - 1e-15;

    /// <summary>Asks a model and exact readers for the letter after each prompt.</summary>
    /// <exception cref="InputException">The model's block is too short for the prompts, or an input is damaged.</exception>
    public static void Measure(
        InContextSpec item, Checkpoint checkpoint, Corpus corpus, Table<InContextRow> output, JobContext job)
    {
        var language = corpus.Language;
        var longest = item.MostExamples * (language.MessageLength + 1);
        if (longest > item.Training.Model.Block)
        {
            throw new InputException(
                $"{item.MostExamples} examples take {longest} symbols, the model's block has {item.Training.Model.Block}", item.ToString(),
                "Reduce the number of examples or train with a larger block.");
        }

        using var model = TrainedModel.Load(item.Training, checkpoint, language, job);
        var trials = Enumerable.Range(0, item.Trials).Select(trial => new Trial(language, item, trial)).ToList();
        var reader = new TrialReader(language);
        var rows = new List<InContextRow>();
        for (var examples = 1; examples <= item.MostExamples; examples++)
        {
            job.Report(rows.Count, item.MostExamples * item.Trials, "prompts");
            var answers = model.NextTokens(trials.ConvertAll(trial => trial.Prompt(examples)), job.Cancellation);
            for (var n = 0; n < trials.Count; n++) rows.Add(reader.Row(item, n, trials[n], examples, answers[n]));
        }

        output.Write(rows);
    }

    /// <summary>The messages of one trial; the first one drawn stands last in every prompt.</summary>
    private sealed class Trial
    {
        private readonly int[] text;

        public Trial(Language language, InContextSpec item, int trial)
        {
            var draws = new PhiloxStream(new Philox(item.Training.Seed, "evaluation/in-context"), step: (uint)trial);
            var sampler = new MessageSampler(language);
            Period = language.MessageLength + 1;
            Intention = sampler.Intention(ref draws);
            text = new int[item.MostExamples * Period];
            for (var k = 0; k < item.MostExamples; k++)
            {
                var message = text.AsSpan(text.Length - ((k + 1) * Period), Period);
                sampler.Message(Intention, message[..^1], ref draws);
                message[^1] = Alphabet.Newline;
            }
        }

        public int Intention { get; }

        private int Period { get; }

        public int[] Prompt(int examples) => text[^(examples * Period)..];

        /// <summary>The message drawn as number k, from 0; without its newline.</summary>
        public ReadOnlySpan<int> Message(int k) => text.AsSpan(text.Length - ((k + 1) * Period), Period - 1);
    }

    /// <summary>The exact readers of a prompt.</summary>
    private sealed class TrialReader(Language language)
    {
        private readonly BayesFilter filter = new(language);
        private readonly MessageOracle oracle = new(language);
        private readonly SharedIntention shared = new(new MessageOracle(language));
        private readonly double[] posterior = new double[language.Intentions];
        private readonly double[] truth = new double[language.Alphabet.Tokens];
        private readonly double[] prediction = new double[language.Alphabet.Tokens];

        public InContextRow Row(InContextSpec item, int index, Trial trial, int examples, double[] answer)
        {
            posterior.AsSpan().Clear();
            posterior[trial.Intention] = 1;
            FirstLetter.Predict(language, posterior, truth);
            var modelKl = KlDivergence.Floored(truth, answer);

            filter.Predict(trial.Prompt(examples), prediction);
            var oracleKl = KlDivergence.Floored(truth, prediction);

            Span<double> single = stackalloc double[examples];
            shared.Reset();
            for (var k = 0; k < examples; k++)
            {
                oracle.Posterior(trial.Message(k), posterior);
                single[k] = IntentionPosterior.Ambiguity(posterior, trial.Intention);
                shared.Add(trial.Message(k));
            }

            var bound = AmbiguityBounds.Odds(single);
            shared.Posterior(posterior);
            FirstLetter.Predict(language, posterior, prediction);
            return new InContextRow(
                item.Training.Language, item.Language.Reading, item.Language.Noise, item.Training.Model.ToString(), item.Training.Seed, index, examples, modelKl, oracleKl,
                KlDivergence.Floored(truth, prediction), AmbiguityBounds.KlDivergence(bound < LargestOddsBound ? bound : LargestOddsBound),
                IntentionPosterior.Ambiguity(posterior, trial.Intention), AmbiguityBounds.Product(single), bound);
        }
    }
}
