using Research.Learning.Inference;
using Research.Jobs;
using Research.Languages.Ginc;
using Research.Learning;
using Research.Tables;

namespace Research.Evaluation.Ginc;

/// <summary>
/// In-context learning on GINC (Xie et al. 2022, section 4): which token continues an unfinished example after n finished ones of the same
/// concept, for concepts of the training text and for unseen ones.
/// </summary>
public static class GincPrompting
{
    /// <summary>Asks a model and exact readers.</summary>
    /// <exception cref="InputException">The model's block is too short for the prompts, or the checkpoint is damaged.</exception>
    public static void Measure(GincPromptSpec item, Checkpoint checkpoint, Table<GincPromptRow> output, JobContext job)
    {
        item.Validate();
        var language = GincLanguage.Of(item.Language);
        using var model = TrainedModel.Load(item.Training, checkpoint, language.Alphabet.Characters, job);
        var oracle = new GincPromptOracle(language);
        var prompts = Prompts(item, language);
        var rows = new List<GincPromptRow>();
        foreach (var examples in item.Examples())
        {
            job.Report(rows.Count, prompts.Count * item.Examples().Count(), "prompts");
            var answers = model.NextTokens(prompts.ConvertAll(prompt => prompt.Text(examples)), job.Cancellation);
            foreach (var (prompt, answer) in prompts.Zip(answers)) rows.Add(oracle.Row(item, prompt, examples, answer));
        }

        output.Write(rows);
    }

    private static List<GincPrompt> Prompts(GincPromptSpec item, GincLanguage language)
    {
        var sampler = new HiddenSampler(language);
        return
        [
            .. from kind in Enum.GetValues<ConceptKind>()
               from index in Enumerable.Range(0, item.Prompts)
               select new GincPrompt(item, language, sampler, kind, index),
        ];
    }
}
