using Research.Jobs;
using Research.Learning.Auditing;
using Research.Learning.Checkpoints;
using Research.Learning.Models;
using Research.Learning.Optimization;
using Research.Numerics.Devices;
using Research.Tables;

namespace Research.Learning.Tests.Auditing;

/// <summary>The tiny training, made and audited in a temporary folder, honestly or not.</summary>
internal sealed class AuditedRun : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ReferenceDevice device = new();

    public AuditedRun()
    {
        Corpus = TinyCorpus.Create(folder.Create("corpus"));
        Trainer.Train(TinyCorpus.Training, Corpus, Checkpoint.Open(folder.Create("artifact")), new JobContext(), device);
    }

    public TokenText Corpus { get; }

    public Checkpoint Artifact => Checkpoint.Open(folder["artifact"]);

    public string this[string file] => Path.Combine(folder["artifact"], file);

    public string Create(string name) => folder.Create(name);

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    /// <summary>Replays every segment, or those chosen.</summary>
    public AuditReport Audit(Training? item = null, TokenText? corpus = null, params int[] chosen) => TrainingAudit.Run(
        item ?? TinyCorpus.Training, corpus ?? Corpus, Artifact,
        all => chosen.Length == 0 ? all : [.. all.Where(segment => chosen.Contains(segment.Number))],
        seed: 0, new JobContext(), device);

    /// <summary>Writes a table anew after a change of its rows.</summary>
    public void Rewrite<TRow>(string file, Func<IReadOnlyList<TRow>, IEnumerable<TRow>> change)
    {
        TRow[] rows = [.. Parquet.Read<TRow>(this[file])];
        Parquet.Write(this[file], change(rows).ToArray());
    }

    /// <summary>
    /// Forges one segment as an able forger would: the states at its end are nudged, the training honestly goes on from there, and
    /// the whole chain is computed anew.
    /// </summary>
    /// <param name="segment">Number of the segment.</param>
    /// <param name="tensor">The nudged tensor of the weights.</param>
    public void Forge(int segment, string tensor)
    {
        var end = new ChainSchedule(TinyCorpus.Training.Schedule).Segments[segment - 1].End;
        using var run = new TrainingRun(TinyCorpus.Training, Corpus.Train, device);
        var checkpoint = new ResumableCheckpoint(new JobContext(), TinyCorpus.Training, Corpus, Artifact, TimeSpan.MaxValue);
        while (true)
        {
            if (run.Step == end)
            {
                Nudge(run, tensor);
            }

            checkpoint.Keep(run);
            if (run.Step == TinyCorpus.Training.Schedule.Steps)
            {
                break;
            }

            run.Advance();
        }

        checkpoint.Finish(run);
    }

    private static void Nudge(TrainingRun run, string tensor)
    {
        var state = run.Capture();
        var place = new GptLayout(TinyCorpus.Training.Model).Tensors.Single(candidate => candidate.Name == tensor);
        state.Weights[place.Offset + 1] = MathF.BitIncrement(state.Weights[place.Offset + 1]);
        run.Restore(state);
    }
}
