using Research.Jobs;
using Research.Learning;
using Research.Learning.Inference;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Mirage.Arithmetic;

/// <summary>Asks a model every test item once, at every kept moment of its training, and keeps what it says.</summary>
public static class OutputFreezing
{
    private const string Stream = "arithmetic/samples";

    /// <summary>One token more than the longest answer, for the end of it.</summary>
    private const int MostTokens = 6;

    private const char Unfinished = '~';

    /// <summary>Freezes the outputs of a training.</summary>
    /// <exception cref="InputException">Prompts do not fit, the held-out text is too short for a window, or an input is damaged.</exception>
    public static void Freeze(FreezeSpec item, Checkpoint checkpoint, TokenText text, Table<FrozenOutput> output, JobContext job)
    {
        item.Validate();
        var items = TestItem.All(item.Language, item.Items);
        var windows = Windows(item, text);
        var course = TrainingCourse.Of(item.Training, checkpoint);
        var rows = new List<FrozenOutput>();
        foreach (var (step, snapshot) in course)
        {
            job.Report(rows.Count / items.Count, course.Count, "snapshots");
            using var model = TrainedModel.Load(item.Training, checkpoint, ProblemText.Characters, job, snapshot);
            var loss = -Moments.Mean(model.LogProbabilities(windows, job.Cancellation)) / item.Training.Model.Block;
            rows.AddRange(Ask(item, items, model, step, snapshot is null, loss, job.Cancellation));
        }

        output.Write(rows);
    }

    private static IEnumerable<FrozenOutput> Ask(
        FreezeSpec spec, IReadOnlyList<TestItem> items, TrainedModel model, int step, bool isFinal, double loss, CancellationToken cancellation)
    {
        List<int[]> prompts = [.. items.Select(item => ProblemText.Encode(item.Prompt))];
        var greedy = model.Continue(prompts, MostTokens, ProblemText.Newline, null, cancellation);
        var samples = isFinal ? Sample(spec, prompts, model, cancellation) : [.. items.Select(_ => Array.Empty<string>())];
        var options = model.TokenLogs(
            [.. prompts.SelectMany(prompt => Enumerable.Repeat(prompt, TestItem.Options))],
            [.. items.SelectMany(item => item.Choices).Select(choice => ProblemText.Encode($"{choice}\n"))], cancellation);
        var (shape, schedule) = (spec.Training.Model, spec.Training.Schedule);
        return items.Select((item, index) =>
        {
            var logs = options.AsSpan(index * TestItem.Options, TestItem.Options).ToArray();
            var (answer, ended) = Answer(greedy[index]);
            return new FrozenOutput(
                $"w{shape.Width}", model.Parameters, spec.Training.Seed, step, (long)step * schedule.Batch * shape.Block, isFinal, loss,
                item.Task, item.Length, item.Number, item.Prompt.Replace('\n', ';'), item.Target, answer, ended,
                FrozenOutput.Write(samples[index]), FrozenOutput.Write(logs[item.Correct]), FrozenOutput.Write(item.Choices), item.Correct,
                FrozenOutput.Write(logs.Select(option => Moments.Sum(option))));
        });
    }

    private static string[][] Sample(FreezeSpec spec, List<int[]> prompts, TrainedModel model, CancellationToken cancellation)
    {
        if (spec.Samples == 0) return [.. prompts.Select(_ => Array.Empty<string>())];
        var drawn = model.Continue(
            [.. prompts.SelectMany(prompt => Enumerable.Repeat(prompt, spec.Samples))], MostTokens, ProblemText.Newline,
            new Sampling(spec.Training.Seed, Stream), cancellation);
        return [.. drawn.Chunk(spec.Samples).Select(answers => Array.ConvertAll(answers, continuation =>
        {
            var (answer, ended) = Answer(continuation);
            return ended ? answer : answer + Unfinished;
        }))];
    }

    private static (string Answer, bool Ended) Answer(Continuation continuation)
    {
        var ended = continuation.End == ContinuationEnd.StopToken;
        return (ProblemText.Decode(ended ? continuation.Tokens.SkipLast(1) : continuation.Tokens), ended);
    }

    private static List<int[]> Windows(FreezeSpec item, TokenText text)
    {
        var (held, block) = (text.Validation, item.Training.Model.Block);
        if (held.Length <= block)
        {
            throw new InputException(
                $"the held-out text has {held.Length} characters, a window needs {block + 1}", item.ToString(), "Make the corpus larger or the block smaller.");
        }

        var philox = new Philox(item.Language.Seed, "arithmetic/windows");
        return
        [
            .. Enumerable.Range(0, item.Windows).Select(window =>
            {
                var tokens = new int[block + 1];
                held.CopyTo(philox.Below(held.Length - block, window), tokens);
                return tokens;
            }),
        ];
    }
}
