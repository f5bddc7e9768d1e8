using Research.Learning.Inference;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Learning;
using Research.Tables;

namespace Research.Evaluation.Understanding;

/// <summary>
/// Language understanding (Jiang 2023, Proposition 4.2 and figure 2): after the first letters of a message, how far is
/// the next-symbol distribution from that of a reader who knows the intention? The author's prompts have no leading
/// newline, which leaves their place in the message unknown; the same is measured with one.
/// </summary>
public static class LanguageUnderstanding
{
    /// <summary>Asks a model and the exact filter for the symbol after each prompt.</summary>
    /// <exception cref="InputException">
    /// The model's block or the language's messages are too short for the prompts, or an input is damaged.
    /// </exception>
    public static void Measure(
        UnderstandingSpec item, Checkpoint checkpoint, Corpus corpus, Table<UnderstandingRow> output, JobContext job)
    {
        var language = corpus.Language;
        Require(item, language);
        using var model = TrainedModel.Load(item.Training, checkpoint, language.Alphabet.Characters, job);
        var oracle = new PromptOracle(language);
        var protocols = Enum.GetValues<PromptProtocol>();
        var rows = new List<UnderstandingRow>();
        foreach (var protocol in protocols)
        {
            // Asked all at once: what many prompts begin with is computed once.
            job.Report(rows.Count, protocols.Length * item.MostTransitions * item.Prompts, "prompts");
            var prompts = Enumerable.Range(1, item.MostTransitions)
                .SelectMany(transitions => UnderstandingPrompt.Draw(item, language, protocol, transitions))
                .ToList();
            var answers = model.NextTokens(prompts.ConvertAll(prompt => prompt.Tokens), job.Cancellation);
            rows.AddRange(prompts.Zip(answers, (prompt, answer) => oracle.Row(item, prompt, answer)));
        }

        output.Write(rows);
    }

    private static void Require(UnderstandingSpec item, Language language)
    {
        var longest = item.MostTransitions + 2;
        if (longest > item.Training.Model.Block)
        {
            throw new InputException(
                $"{item.MostTransitions} transitions after a newline take {longest} symbols, the model's block has "
                + $"{item.Training.Model.Block}", item.ToString(), "Train with a larger block.");
        }

        if (item.MostTransitions >= language.Transitions)
        {
            throw new InputException(
                $"prompts of {item.MostTransitions} transitions leave no letter to ask for, a message has "
                + $"{language.Transitions}", item.ToString(), "Ask for shorter prompts or generate longer messages.");
        }
    }
}
