using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Research.Jobs;
using Research.Learning.Data;
using Research.Learning.Inference;
using Research.Learning.Optimization;
using Research.Learning.Tests.Models;
using Research.Numerics;
using Research.Numerics.Cpu;
using Research.Numerics.Devices;

namespace Research.Learning.Tests;

public class DeviceTests
{
    // More than 256 rows and inputs of a layer, so that every kind of chunk occurs; no size a power of two.
    private static readonly Training Item = new(
        "devices", new GptSpec(Layers: 1, Heads: 3, Width: 66, Block: 43, Vocabulary: 7),
        new TrainingSpec { Steps = 2, Batch = 6, Schedule = RateSchedule.Cosine, ClipNorm = 0.5 }, Seed: 11);

    private static readonly int[][] Prompts =
        [.. Enumerable.Range(1, Item.Model.Block).Where(n => n % 5 < 2).Select(length => RandomModel.Tokens(Item.Model, length, length))];

    private static readonly Lazy<string> ReferenceWeights = new(() =>
    {
        using var device = new ReferenceDevice();
        return TrainedWeights(device);
    });

    private static readonly Lazy<LogProbabilities> ReferencePredictions = new(() =>
    {
        using var device = new ReferenceDevice();
        return Predict(device);
    });

    public static TheoryData<InstructionSet, int> Devices
    {
        get
        {
            var data = new TheoryData<InstructionSet, int>();
            foreach (var set in InstructionSets.Available.Where(set => set != InstructionSet.Scalar))
            {
                foreach (var threads in new[] { 1, 2, 3 })
                {
                    data.Add(set, threads);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Devices))]
    public void Training_gives_the_weights_of_the_reference_programs(InstructionSet set, int threads)
    {
        using var device = new CpuDevice(threads, set);
        Assert.Equal(ReferenceWeights.Value, TrainedWeights(device));
    }

    [Theory, MemberData(nameof(Devices))]
    public void Predictions_are_those_of_the_reference_programs(InstructionSet set, int threads)
    {
        using var device = new CpuDevice(threads, set);
        var (expected, actual) = (ReferencePredictions.Value, Predict(device));
        for (var i = 0; i < Prompts.Length; i++)
        {
            Assert.Equal(expected[i], actual[i]);
        }
    }

    [Fact]
    public void A_job_gets_the_processor_with_its_threads()
    {
        using var device = ComputeDevice.For(new JobContext { Threads = 2 });
        Assert.Equal(2, Assert.IsType<CpuDevice>(device).Threads);
    }

    private static LogProbabilities Predict(Device device)
    {
        using var model = RandomModel.Of(Item.Model, device);
        using var predictor = new Predictor(model, rows: 200);
        return predictor.AfterPrompts(Prompts);
    }

    private static string TrainedWeights(Device device)
    {
        var philox = new Philox(1, "text");
        var text = string.Concat(Enumerable.Range(0, 500).Select(i => "abcdef"[philox.Below(6, i)]));
        using var run = new TrainingRun(Item, TokenSequence.Of(new Vocabulary("abcdef"), 501, [text]), device);
        while (run.Step < Item.Schedule.Steps)
        {
            run.Advance();
        }

        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(run.Model.ReadParameters().AsSpan())));
    }
}
