using Research.Jobs;
using Research.Learning.Auditing;
using Research.Learning.Checkpoints;
using Research.Learning.Models;
using Research.Learning.Optimization;
using Research.Learning.Tests.Tuning;
using Research.Learning.Tuning;
using Research.Numerics.Devices;
using Research.Tables;

namespace Research.Learning.Tests.Auditing;

/// <summary>Fine-tunings, in full and by adapters, honest and forged in what they begin with or become.</summary>
public sealed class FineTuningAuditTests : IDisposable
{
    private static readonly AdapterSpec Rank2 = new(2, 4, AdaptedLayers.Mlp);

    private readonly TunedRun run = new();
    private readonly ReferenceDevice device = new();

    public static TheoryData<bool> Adapters => new(false, true);

    public void Dispose()
    {
        device.Dispose();
        run.Dispose();
    }

    [Theory, MemberData(nameof(Adapters))]
    public void An_honest_one_reproduces_in_every_segment(bool adapter)
    {
        var tuned = run.Tune(Item(adapter), "tuned");

        var report = Audit(adapter, tuned);

        Assert.Equal("3 of 3 segments reproduce bit for bit", report.Verdict);
        Assert.Equal((8, 7), (report.Steps, report.Entries));
        var drawn = TrainingAudit.Run(Item(adapter), run.Base, run.Text, tuned, segments: 2, seed: 4, new JobContext());
        Assert.Equal("2 of 2 segments reproduce bit for bit", drawn.Verdict);
    }

    [Theory]
    [InlineData(false, "model.safetensors", "the digest of the weights of step 8 is")]
    [InlineData(true, "model.safetensors", "the digest of the weights of step 8 is")]
    [InlineData(true, "optimizer.safetensors", "the digest of the second moment of step 8 is")]
    [InlineData(true, "snapshots/step-000004.safetensors", "the digest of the weights of step 4 is")]
    [InlineData(false, "states/step-000006.safetensors", "the digest of the second moment of step 6 is")]
    public void An_altered_file_of_numbers(bool adapter, string file, string reason)
    {
        var tuned = run.Tune(Item(adapter), "tuned");
        var path = Path.Combine(run["tuned"], file);
        FlipLastByte(path);

        var error = Assert.Throws<InputException>(() => Audit(adapter, tuned));

        Assert.StartsWith(reason, error.What);
        Assert.Equal(Path.GetFullPath(path), Path.GetFullPath(error.Where));
    }

    [Theory, MemberData(nameof(Adapters))]
    public void An_altered_chain(bool adapter)
    {
        var tuned = run.Tune(Item(adapter), "tuned");
        var rows = tuned.ReadChain().ToArray();
        Parquet.Write(tuned.Chain, rows.Select(row => row.Step == 4 ? row with { Weights = rows[0].Weights } : row).ToArray());

        var error = Assert.Throws<InputException>(() => Audit(adapter, tuned));

        Assert.Equal(("the link of step 4 does not follow from the rows up to it", tuned.Chain), (error.What, error.Where));
    }

    [Fact]
    public void Another_adapter_than_the_one_it_is_said_to_have()
    {
        var tuned = run.Tune(Item(adapter: true), "tuned");

        var alpha = Assert.Throws<InputException>(() => Audit(Item(true) with { Adapter = Rank2 with { Alpha = 5 } }, run.Base, tuned));
        var none = Assert.Throws<InputException>(() => Audit(adapter: false, tuned));

        Assert.Equal("the file holds an adapter LoRA rank 2 MLP, alpha 4, expected an adapter LoRA rank 2 MLP, alpha 5", alpha.What);
        Assert.Equal("the file holds an adapter LoRA rank 2 MLP, alpha 4, expected no adapter", none.What);
    }

    [Theory, MemberData(nameof(Adapters))]
    public void A_start_from_other_weights_is_told_from_its_bases(bool adapter)
    {
        var tuned = run.Tune(Item(adapter), "tuned", from: run.Tune(Item(false), "other base"));

        var error = Assert.Throws<InputException>(() => Audit(adapter, tuned));

        Assert.StartsWith("the fine-tuning began with weights of the digest ", error.What);
        Assert.Contains("from a forged one", error.Remedy);
        Assert.Equal(tuned.Head, error.Where);
    }

    [Theory, MemberData(nameof(Adapters))]
    public void Other_weights_under_the_head_of_the_base_are_found_at_step_0(bool adapter)
    {
        var tuned = Made(adapter, Forged(adapter));

        var error = Assert.Throws<InputException>(() => Audit(adapter, tuned));

        Assert.Equal(("the state of step 0 is not the one that the training begins with", tuned.Chain), (error.What, error.Where));
    }

    [Theory, MemberData(nameof(Adapters))]
    public void Other_weights_under_the_head_and_the_first_state_of_the_base_are_found_by_the_first_segment_alone(bool adapter)
    {
        var (honest, tuned) = (run.Tune(Item(adapter), "tuned"), Made(adapter, Forged(adapter)));
        var chain = new DigestChain(ChainHead.DigestOf([.. tuned.ReadHead()]));
        foreach (var row in tuned.ReadChain().ToArray())
        {
            chain.Append(row.Step, row.Step == 0 ? honest.ReadChain().First().Digest : row.Digest, [.. tuned.ReadLosses()]);
        }

        Parquet.Write(tuned.Chain, chain.Rows);
        File.Copy(honest.Snapshot(0), tuned.Snapshot(0), overwrite: true);

        var report = Audit(adapter, tuned);

        Assert.Equal("2 of 3 segments reproduce bit for bit", report.Verdict);
        var found = Assert.Single(report.Results, result => result.Mismatch is not null);
        Assert.Equal((1, 0, 1), (found.Segment.Number, found.Mismatch!.After, found.Mismatch.Step));
    }

    [Theory]
    [InlineData(false, "transformer.wpe.weight")]
    [InlineData(true, "transformer.h.1.mlp.c_fc.lora_B.weight")]
    public void A_segment_with_nudged_weights_is_found_by_its_own_replay_and_names_the_tensor(bool adapter, string tensor)
    {
        var tuned = Made(adapter, FineTuner.Start(Item(adapter), run.Base, run.Text), nudged: tensor);

        var report = Audit(adapter, tuned);

        var found = Assert.Single(report.Results, result => result.Mismatch is not null);
        Assert.Equal((2, 6), (found.Segment.Number, found.Mismatch!.Step));
        Assert.Contains($"first tensor that differs is {tensor}, in element 1 (recorded ", found.Mismatch.What);
    }

    [Fact]
    public void A_base_with_altered_weights_is_found_by_its_own_record()
    {
        Check();
        FlipLastByte(run.Base.Final);

        var error = Assert.Throws<InputException>(Check);

        Assert.StartsWith("the digest of the weights of step 12 is", error.What);
        Assert.Equal(run.Base.Final, error.Where);

        void Check() => TrainingAudit.Check(TinyCorpus.Training, run.BaseText, run.Base, new JobContext());
    }

    private static FineTuning Item(bool adapter) => TunedRun.Spec with { Adapter = adapter ? Rank2 : null };

    private static void FlipLastByte(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 0x40;
        File.WriteAllBytes(path, bytes);
    }

    private AuditReport Audit(bool adapter, Checkpoint tuned) => Audit(Item(adapter), run.Base, tuned);

    private AuditReport Audit(FineTuning item, Checkpoint start, Checkpoint tuned) =>
        TrainingAudit.Run(item, start, run.Text, tuned, all => all, seed: 0, new JobContext(), device);

    /// <summary>The base's head, but another weight.</summary>
    private TuningStart Forged(bool adapter)
    {
        var start = FineTuner.Start(Item(adapter), run.Base, run.Text);
        float[] weights = [.. start.Weights];
        weights[3] += 0.25f;
        return start with { Weights = weights };
    }

    /// <summary>Tunes as the trainer does; perhaps a weight changes at step 6, and the chain is computed as if nothing were.</summary>
    private Checkpoint Made(bool adapter, TuningStart start, string? nudged = null)
    {
        var (item, made) = (Item(adapter).AsTraining(), Checkpoint.Open(run.Create("made")));
        using var training = new TrainingRun(item, run.Text.Train, device, start);
        var kept = new ResumableCheckpoint(new JobContext(), item, run.Text, made, TimeSpan.MaxValue, start);
        while (true)
        {
            if (training.Step == 6 && nudged is not null)
            {
                var state = training.Capture();
                var place = new GptLayout(item.Model, start.Adapter).Tensors.Single(tensor => tensor.Name == nudged);
                state.Weights[place.Offset + 1] = MathF.BitIncrement(state.Weights[place.Offset + 1]);
                training.Restore(state);
            }

            kept.Keep(training);
            if (training.Step == item.Schedule.Steps)
            {
                break;
            }

            training.Advance();
        }

        kept.Finish(training);
        return made;
    }
}
