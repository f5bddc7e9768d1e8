using Research.Evaluation.InContext;
using Research.Learning.Inference;
using Research.Evaluation.Understanding;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Learning;
using Research.Tables;

namespace Research.Evaluation.SparsityViolation;

/// <summary>
/// What becomes of inference when intentions overlap (Jiang 2023 assumes that they hardly do): understanding of a prompt,
/// learning from examples, and prediction of a later message with and without the messages between.
/// </summary>
public static class SparsityViolationMeasurement
{
    /// <summary>Asks a model and exact readers.</summary>
    /// <exception cref="InputException">
    /// The model's block or the language's messages are too short for the prompts, or an input is damaged.
    /// </exception>
    public static void Measure(
        SparsityViolationSpec item, Checkpoint checkpoint, Corpus corpus, Table<SparsityViolationRow> output,
        JobContext job)
    {
        var language = corpus.Language;
        Require(item, language);
        using var model = TrainedModel.Load(item.Training, checkpoint, language.Alphabet.Characters, job);
        var rows = new List<SparsityViolationRow>();
        var total = (item.MostTransitions * item.Prompts) + (((3 * item.MostExamples) - 2) * item.Trials);
        foreach (var part in Understanding(item, language, model, job)
            .Concat(Examples(item, language, model, job))
            .Concat(Steps(item, language, model, job)))
        {
            job.Report(rows.Count, total, "prompts");
            rows.AddRange(part);
        }

        output.Write(rows);
    }

    private static IEnumerable<IEnumerable<SparsityViolationRow>> Understanding(
        SparsityViolationSpec item, Language language, TrainedModel model, JobContext job)
    {
        var spec = new UnderstandingSpec(item.Training, item.Language, item.Prompts, item.MostTransitions);
        var oracle = new PromptOracle(language);
        for (var transitions = 1; transitions <= item.MostTransitions; transitions++)
        {
            var prompts = UnderstandingPrompt.Draw(spec, language, PromptProtocol.Newline, transitions);
            var answers = model.NextTokens(prompts.ConvertAll(prompt => prompt.Tokens), job.Cancellation);
            yield return prompts.Zip(answers, (prompt, answer) =>
            {
                var row = oracle.Row(spec, prompt, answer);
                return Row(item, ViolationTask.Understanding, row.Length, row.Prompt, row.Epsilon, row.ModelKl, row.OracleKl);
            });
        }
    }

    private static IEnumerable<IEnumerable<SparsityViolationRow>> Examples(
        SparsityViolationSpec item, Language language, TrainedModel model, JobContext job)
    {
        var spec = new InContextSpec(item.Training, item.Language, item.Trials, item.MostExamples);
        var trials = Enumerable.Range(0, item.Trials).Select(index => new InContextTrial(spec, language, index)).ToList();
        var (oracle, next) = (new TrialOracle(language), new NextMessage(language));
        for (var m = 1; m <= item.MostExamples; m++)
        {
            var examples = m;
            var answers = model.NextTokens(trials.ConvertAll(trial => trial.Prompt(examples)), job.Cancellation);
            yield return trials.Zip(answers, (trial, answer) =>
            {
                var row = oracle.Row(spec, trial, examples, answer);
                return Row(item, ViolationTask.Examples, examples, row.Trial, row.Epsilon, row.ModelKl, row.OracleKl) with
                {
                    ToldKl = row.SharedKl,
                    UninformedKl = next.UninformedKl(trial.Intention),
                };
            });
        }
    }

    private static IEnumerable<IEnumerable<SparsityViolationRow>> Steps(
        SparsityViolationSpec item, Language language, TrainedModel model, JobContext job)
    {
        var oracle = new StepOracle(item, language);
        var sampler = new MessageSampler(language);
        var trials = Enumerable.Range(0, item.Trials)
            .Select(index => new StepTrial(item, language, sampler, index))
            .Select(trial => (Trial: trial, Forward: oracle.Forward(trial)))
            .ToList();
        for (var m = 1; m < item.MostExamples; m++)
        {
            var messages = m;
            var unseen = trials.ConvertAll(entry => StepOracle.Unseen(entry.Trial, messages, entry.Forward).ToList());
            var answers = model.NextTokens([.. unseen.SelectMany(prompts => prompts.Select(entry => entry.Prompt))], job.Cancellation);
            var next = 0;
            yield return trials.Zip(unseen, (entry, prompts) =>
            {
                var mixture = new double[language.Alphabet.Tokens];
                foreach (var (weight, _) in prompts)
                {
                    var answer = answers[next++];
                    for (var y = 0; y < mixture.Length; y++) mixture[y] = Math.FusedMultiplyAdd(weight, answer[y], mixture[y]);
                }

                return oracle.Direct(entry.Trial, messages, entry.Forward, mixture);
            });

            var seen = model.NextTokens(trials.ConvertAll(entry => entry.Trial.Prompt(messages)), job.Cancellation);
            yield return trials.Zip(seen, (entry, answer) => oracle.Steps(entry.Trial, messages, answer));
        }
    }

    private static SparsityViolationRow Row(
        SparsityViolationSpec item, ViolationTask task, int count, int trial, double epsilon, double modelKl, double exactKl) =>
        new(
            item.Language.Overlap, item.Training.Model.ToString(), item.Training.Seed, task, count, trial, epsilon, modelKl,
            exactKl, ToldKl: null, UninformedKl: null);

    private static void Require(SparsityViolationSpec item, Language language)
    {
        var block = item.Training.Model.Block;
        var longest = Math.Max(item.MostExamples * (language.MessageLength + 1), item.MostTransitions + 2);
        if (longest > block)
        {
            throw new InputException(
                $"the prompts take {longest} symbols, the model's block has {block}", item.ToString(),
                "Reduce the number of examples or train with a larger block.");
        }

        if (item.MostTransitions >= language.Transitions)
        {
            throw new InputException(
                $"prompts of {item.MostTransitions} transitions leave no letter to ask for, a message has "
                + $"{language.Transitions}", item.ToString(), "Ask for shorter prompts or generate longer messages.");
        }
    }
}
