using Research.Learning.Inference;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Languages.Tuning;
using Research.Learning;
using Research.Tables;

namespace Research.Evaluation.Tuning;

/// <summary>
/// Instruction tuning (Jiang 2023, section 7): does it move the transitions q(theta' | theta) between intentions, and does it leave
/// the distribution q(x | theta) of messages alone? Both are measured on the same prompts before the tuning, at its snapshots and
/// after it.
/// </summary>
public static class TuningMeasurement
{
    /// <summary>Prompts have up to this many messages before the last one.</summary>
    public const int MostEarlier = 1;

    /// <summary>Asks a model at every snapshot of its tuning.</summary>
    /// <exception cref="InputException">
    /// The language's first letters do not give the intention away, the model's block is too short for the prompts, or an input is
    /// damaged.
    /// </exception>
    public static void Measure(TuningSpec item, Checkpoint checkpoint, Corpus corpus, Table<TuningRow> output, JobContext job)
    {
        var language = corpus.Language;
        Require(item, language);
        var oracle = new TuningOracle(language);
        List<TuningPrompt> prompts = [
            .. from earlier in Enumerable.Range(0, MostEarlier + 1)
               from intention in Enumerable.Range(0, language.Intentions)
               from index in Enumerable.Range(0, item.Prompts)
               select new TuningPrompt(item, language, intention, earlier, index)];
        int?[] snapshots = [.. checkpoint.SnapshotSteps.Where(step => step < item.Tuning.Schedule.Steps), null];
        var rows = new List<TuningRow>(snapshots.Length * prompts.Count);
        foreach (var snapshot in snapshots)
        {
            job.Report(rows.Count, snapshots.Length * prompts.Count, "prompts");
            using var model = TrainedModel.Load(item.Tuning.Base, checkpoint, language.Alphabet.Characters, job, snapshot);
            var answers = model.NextTokensAt(prompts.ConvertAll(prompt => prompt.Tokens), prompts.ConvertAll(oracle.Places), job.Cancellation);
            rows.AddRange(prompts.Zip(
                answers, (prompt, answer) => oracle.Row(item, snapshot ?? item.Tuning.Schedule.Steps, prompt, answer)));
        }

        output.Write(rows);
    }

    private static void Require(TuningSpec item, Language language)
    {
        if (item.Language.Reading != Reading.Released)
        {
            throw new InputException(
                $"the language's reading is {item.Language.Reading}, whose first letters do not give the intention away", item.ToString(),
                $"Tune a model of a {Reading.Released} language, in which transitions can be told from messages.");
        }

        if (!Instruction.IsPossible(language.Intentions))
        {
            throw new InputException(
                $"the language has {language.Intentions} intentions", item.ToString(), "Set Intentions to an even number from 4 on.");
        }

        if (item.Tuning.Schedule.Steps > 0 && !item.Tuning.Schedule.SnapshotSteps.Contains(0))
        {
            throw new InputException(
                "the fine-tuning does not keep the weights of step 0, so there is nothing to compare with", item.ToString(),
                "Put 0 into SnapshotSteps.");
        }

        var longest = 1 + ((MostEarlier + 1) * (language.MessageLength + 1));
        if (longest > item.Tuning.Base.Model.Block)
        {
            throw new InputException(
                $"{MostEarlier + 1} messages and a newline take {longest} symbols, the model's block has {item.Tuning.Base.Model.Block}",
                item.ToString(), "Train with a larger block.");
        }
    }
}
