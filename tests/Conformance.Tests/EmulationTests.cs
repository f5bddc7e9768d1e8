using Research.Jobs;
using Research.Learning;
using Research.Numerics.Cpu;
using Research.Numerics.Reference;

namespace Research.Conformance.Tests;

/// <summary>Processors without fused multiply-add: refused for work, exact when asked for.</summary>
[Trait("Size", "Small")]
public sealed class EmulationTests
{
    private const string HasIt = "This processor has fused multiply-add; DOTNET_EnableHWIntrinsic=0 takes it away.";

    [SkippableFact]
    public void A_job_is_refused_with_what_is_missing_where_and_what_to_do()
    {
        Skip.If(ExactFma.IsHardware, HasIt);
        var refusal = Assert.Throws<InputException>(() => ComputeDevice.For(new JobContext()));

        Assert.Contains("no fused multiply-add", refusal.What, StringComparison.Ordinal);
        Assert.Equal("this computer", refusal.Where);
        Assert.Contains("FMA3", refusal.Remedy, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void With_emulation_every_digest_is_golden()
    {
        Skip.If(ExactFma.IsHardware, HasIt);
        var device = new TestedDevice("emulation", threads => new CpuDevice(threads, InstructionSet.Scalar, allowEmulatedFma: true), [1, 3]);

        Assert.Empty(new ConformanceSuite(GoldenTable.OfRecord(), [device]).Run("a processor", new JobContext()).Mismatches);
    }
}
