using Research.Jobs;
using Research.Languages.SkillTexts;
using Research.Learning;
using Research.Learning.Inference;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Skills.Learned;

/// <summary>
/// What models learn of skills from texts that combine them, beside the abstract readers of the same texts (Liao, Chang &amp; Hong 2024): on
/// training texts and on fresh ones, over the training.
/// </summary>
public static class LearnedTextsMeasurement
{
    /// <summary>Asks every snapshot of a training and its final weights.</summary>
    /// <exception cref="InputException">The model's block is too short for a text, or an input is damaged.</exception>
    public static void Measure(LearnedSpec item, Checkpoint checkpoint, SkillCorpus corpus, Table<LearnedTextsRow> output, JobContext job)
    {
        var language = corpus.Language;
        RequireBlock(item, language);
        var questions = new LearnedQuestions(item, language).All().ToList();
        var groups = questions.GroupBy(question => (question.Kind, question.Order.Length)).OrderBy(group => group.Key).ToList();
        var knowledge = new AbstractKnowledge(language);
        var course = TrainingCourse.Of(item.Training, checkpoint);
        var rows = new List<LearnedTextsRow>();
        foreach (var (step, snapshot) in course)
        {
            job.Report(rows.Count / groups.Count, course.Count, "snapshots");
            using var model = TrainedModel.Load(item.Training, checkpoint, language.Alphabet.Characters, job, snapshot);
            var reader = new SkillReader(model, language);
            foreach (var group in groups)
            {
                List<int[]> orders = [.. group.Select(question => question.Order)];
                rows.Add(Row(item, step, group.Key.Kind, orders, reader.Ask(orders, job.Cancellation), knowledge));
            }
        }

        output.Write(rows);
    }

    /// <summary>Sees that a model can read every text of a language.</summary>
    internal static void RequireBlock(LearnedSpec item, SkillLanguage language)
    {
        var longest = language.Answer == AnswerForm.Counted ? language.Longest + 2 : 2 * language.Longest;
        if (longest <= item.Training.Model.Block) return;
        throw new InputException(
            $"a text takes up to {longest} symbols before its last answer, the model's block has {item.Training.Model.Block}", item.ToString(),
            "Take shorter texts or train with a larger block.");
    }

    private static LearnedTextsRow Row(
        LearnedSpec item, int step, TextKind kind, List<int[]> orders, SkillReader.Outcome[] outcomes, AbstractKnowledge knowledge)
    {
        var (training, language) = (item.Training, item.Language);
        return new(
            language.Name, language.Answer, language.Load, language.Ratio, language.Skills, language.HeldOut, training.Model.Width, training.Seed,
            step, (long)step * training.Schedule.Batch * training.Model.Block, kind, orders[0].Length,
            Texts: orders.Count,
            Correct: outcomes.Count(outcome => outcome.Correct),
            Failed: outcomes.Count(outcome => outcome.Failed),
            Loss: Moments.Mean([.. outcomes.Select(outcome => outcome.Loss)]),
            Guessing: Mean(AbstractReader.Guessing), OneSkill: Mean(AbstractReader.OneSkill), Counting: Mean(AbstractReader.Counting),
            Linear: Mean(AbstractReader.Linear), Occurring: Mean(AbstractReader.Occurring));

        double Mean(AbstractReader reader) => Moments.Mean([.. orders.Select(order => knowledge.Success(reader, order))]);
    }
}
