using Research.Learning.Inference;
using Research.Jobs;
using Research.Languages.Chains;
using Research.Languages.Chains.Oracles;
using Research.Learning;
using Research.Tables;

namespace Research.Evaluation.ChainOfThought;

/// <summary>
/// Chain of thought (Jiang 2023, section 6; set-up of Prystawski et al. 2023, arXiv 2304.03843): the value of a target is estimated from a
/// condition at once, along given steps, by steps that the model writes itself, and with steps that cannot help; on pairs of nodes that no
/// training document holds, and on others. Each estimate is held against the exact conditional.
/// </summary>
public static class ChainOfThoughtMeasurement
{
    /// <summary>Asks a model all questions on its language.</summary>
    /// <exception cref="InputException">The model's block is too short for a document, or an input is damaged.</exception>
    public static void Measure(
        ChainOfThoughtSpec item, Checkpoint checkpoint, ChainCorpus corpus, Table<ChainOfThoughtRow> output, JobContext job)
    {
        var language = corpus.Language;
        if (language.LongestDocument > item.Training.Model.Block)
        {
            throw new InputException(
                $"a document takes up to {language.LongestDocument} symbols, the model's block has {item.Training.Model.Block}", item.ToString(),
                "Take fewer steps or train with a larger block.");
        }

        using var model = TrainedModel.Load(item.Training, checkpoint, language.Alphabet.Characters, job);
        var estimates = new ChainEstimates(item, language, model);
        var questions = Question.On(language);
        var oracle = new WorldOracle(language.World);
        var rows = new List<ChainOfThoughtRow>();
        var asked = 0;
        foreach (var sameTarget in questions.GroupBy(question => question.Target))
        {
            List<Question> group = [.. sameTarget];
            job.Report(asked, questions.Count, "questions");
            foreach (var (question, answers) in group.Zip(estimates.Of(group, asked, job.Cancellation)))
            {
                var truth = oracle.Conditional(question.Target, [question.Condition]);
                rows.AddRange(answers.Select(answer => Row(item, question, truth, answer)));
            }

            asked += group.Count;
        }

        output.Write(rows);
    }

    private static ChainOfThoughtRow Row(ChainOfThoughtSpec item, Question question, double[] truth, Answer answer) => new(
        item.Training.Language, item.Language.Topology, item.Language.Coverage, item.Training.Model.ToString(), item.Training.Seed,
        $"{ChainAlphabet.Letter(question.Condition.Node)}", question.Condition.Value, $"{ChainAlphabet.Letter(question.Target)}",
        question.Steps, question.HeldOut, answer.Estimator,
        Kl: Numerics.Statistics.KlDivergence.Of(truth, answer.Distribution),
        Agrees: Array.IndexOf(truth, truth.Max()) == Array.IndexOf(answer.Distribution, answer.Distribution.Max()),
        answer.Reached);
}
