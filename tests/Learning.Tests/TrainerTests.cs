using System.Security.Cryptography;
using Research.Jobs;
using Research.Learning.Inference;
using Research.Numerics;
using Research.Numerics.Devices;

namespace Research.Learning.Tests;

public sealed class TrainerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_loss_is_the_entropy_of_a_fair_choice_among_all_tokens()
    {
        var letters = "abcdefghijklmnopqr";
        var item = TinyCorpus.Training with
        {
            Model = new GptSpec(Layers: 2, Heads: 2, Width: 32, Block: 16, Vocabulary: 19),
            Schedule = new TrainingSpec { Steps = 1, Batch = 8 },
        };
        var checkpoint = Train(item, TinyCorpus.Create(folder.Create("corpus"), letters, letters), "out");
        Assert.Equal(Math.Log(19), checkpoint.ReadLosses().Single().Loss, 0.1);
    }

    [Fact]
    public void A_tiny_corpus_is_learned_by_heart()
    {
        var item = TinyCorpus.Training with
        {
            Model = new GptSpec(Layers: 2, Heads: 2, Width: 16, Block: 8, Vocabulary: 5),
            Schedule = new TrainingSpec { Steps = 150, Batch = 4, LearningRate = 1e-2, WarmupSteps = 10, Schedule = RateSchedule.Cosine },
        };
        var corpus = TinyCorpus.Create(folder.Create("corpus"), "abcd", "abcd", "abcd", "abcd", "abcd");
        var checkpoint = Train(item, corpus, "out");
        Assert.InRange(checkpoint.ReadLosses().Last().Loss, 0, 0.02);

        using var device = new ReferenceDevice();
        using var model = checkpoint.Load(device, item.Model, corpus.Vocabulary);
        using var predictor = new Predictor(model);
        var row = predictor.AfterPrompts([corpus.Vocabulary.Encode("abcd\nab")])[0];
        Assert.True(row[corpus.Vocabulary.TokenOf('c')] > -0.05);
    }

    [Fact]
    public void The_loss_curve_tells_step_rate_norm_and_tokens()
    {
        var checkpoint = Train(TinyCorpus.Training, TinyCorpus.Create(folder.Create("corpus")), "out");
        var rows = checkpoint.ReadLosses().ToArray();
        Assert.Equal(Enumerable.Range(1, 12), rows.Select(row => row.Step));
        Assert.Equal(Enumerable.Range(1, 12).Select(step => step * 24L), rows.Select(row => row.Tokens));
        Assert.All(rows, row => Assert.Equal(1e-2, row.LearningRate));
        Assert.All(rows, row => Assert.True(row.GradientNorm > 0 && row.Loss > 0));
    }

    [Fact]
    public void Progress_counts_tokens_and_notes_the_loss()
    {
        var reports = new Reports();
        var item = TinyCorpus.Training;
        Train(item, TinyCorpus.Create(folder.Create("corpus")), "out", new JobContext { Progress = reports });
        Assert.Equal(item.Schedule.Steps, reports.Count);
        Assert.Equal((288.0, 288.0, "tok"), (reports[^1].Done, reports[^1].Total, reports[^1].Unit));
        Assert.StartsWith("loss 1.", reports[0].Note);
    }

    [Fact]
    public void Nothing_but_the_training_changes_the_bytes()
    {
        var corpus = TinyCorpus.Create(folder.Create("corpus"));
        Train(TinyCorpus.Training, corpus, "a");
        Train(TinyCorpus.Training, corpus, "b", new JobContext { Threads = 3, ResumeFolder = folder.Create("resume"), Log = new StringWriter() });
        Train(TinyCorpus.Training with { Seed = 8 }, corpus, "c");
        Assert.Equal(Digests("a"), Digests("b"));
        Assert.NotEqual(Digests("a"), Digests("c"));
    }

    [Fact]
    public void A_run_stopped_again_and_again_ends_with_the_same_bytes()
    {
        var corpus = TinyCorpus.Create(folder.Create("corpus"));
        Train(TinyCorpus.Training, corpus, "whole");
        for (var trial = 0; trial < 4; trial++)
        {
            var (output, resume, attempts) = ($"stopped{trial}", folder.Create($"resume{trial}"), 0);
            while (true)
            {
                Directory.CreateDirectory(folder[output]);
                using var stop = new CancellationTokenSource();
                var steps = 1 + new Philox(trial, "stop").Below(5, attempts++);
                var context = new JobContext { ResumeFolder = resume, Cancellation = stop.Token, Progress = new StopAfter(stop, steps) };
                try
                {
                    Train(TinyCorpus.Training, corpus, output, context);
                    break;
                }
                catch (OperationCanceledException)
                {
                    Directory.Delete(folder[output], recursive: true); // as the pipeline does with an unfinished output
                }
            }

            Assert.True(attempts > 2);
            Assert.Equal(Digests("whole"), Digests(output));
        }
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("other")]
    [InlineData("snapshot")]
    public void A_damaged_or_foreign_state_is_passed_over(string damage)
    {
        var corpus = TinyCorpus.Create(folder.Create("corpus"));
        var resume = folder.Create("resume");
        using var stop = new CancellationTokenSource();
        var item = TinyCorpus.Training;
        var begun = damage == "other" ? item with { Model = item.Model with { Width = 4 } } : item;
        Assert.Throws<OperationCanceledException>(() => Train(
            begun, corpus, "unfinished", new JobContext { ResumeFolder = resume, Cancellation = stop.Token, Progress = new StopAfter(stop, 7) }));
        var state = Path.Combine(resume, "state.safetensors");
        if (damage == "truncated")
        {
            using var file = File.OpenWrite(state);
            file.SetLength(file.Length / 2);
        }
        else if (damage == "snapshot")
        {
            File.Delete(Path.Combine(resume, "snapshots", "step-000005.safetensors"));
        }

        var log = new StringWriter();
        Train(item, corpus, "resumed", new JobContext { ResumeFolder = resume, Log = log });
        Train(item, corpus, "whole");
        Assert.Contains("starts anew", log.ToString());
        Assert.Equal(Digests("whole"), Digests("resumed"));
    }

    [Fact]
    public void A_corpus_that_does_not_fit_the_model_is_refused()
    {
        var corpus = TinyCorpus.Create(folder.Create("corpus"), "abc");
        Assert.Contains("5 different characters", Refused(TinyCorpus.Training.Model with { Vocabulary = 9 }).What);
        Assert.Contains("too few for windows of 8", Refused(TinyCorpus.Training.Model).What);

        InputException Refused(GptSpec model) => Assert.Throws<InputException>(() =>
            Trainer.Train(TinyCorpus.Training with { Model = model }, corpus, Checkpoint.Open(folder.Create("out")), new JobContext()));
    }

    private Checkpoint Train(Training item, TokenText corpus, string output, JobContext? job = null)
    {
        var checkpoint = Checkpoint.Open(folder.Create(output));
        using var device = new ReferenceDevice();
        Trainer.Train(item, corpus, checkpoint, job ?? new JobContext(), device);
        return checkpoint;
    }

    private Dictionary<string, string> Digests(string output) => Directory
        .EnumerateFiles(folder[output], "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(folder[output], path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));

    private sealed class Reports : List<JobProgress>, IProgress<JobProgress>
    {
        public void Report(JobProgress value) => Add(value);
    }

    private sealed class StopAfter(CancellationTokenSource stop, int steps) : IProgress<JobProgress>
    {
        private int left = steps;

        public void Report(JobProgress value)
        {
            if (--left == 0)
            {
                stop.Cancel();
            }
        }
    }
}
