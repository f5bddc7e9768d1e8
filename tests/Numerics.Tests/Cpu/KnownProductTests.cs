using Research.Numerics.Cpu;
using Research.Numerics.Tests.Reference;

namespace Research.Numerics.Tests.Cpu;

/// <summary>Matrix products of model size have the published hashes.</summary>
public class KnownProductTests
{
    [SkippableTheory]
    [InlineData(129, 97, 1000, "CD479C7A2182ED60")]
    [InlineData(4096, 384, 128, "EAF468")]
    [InlineData(4096, 512, 128, "0194CB")]
    [InlineData(4096, 128, 512, "6E6C20")]
    [InlineData(2048, 2304, 768, "76BD53")]
    [InlineData(2048, 768, 3072, "2948B1")]
    [InlineData(1024, 1024, 1024, "9080FA")]
    public void Product_has_the_published_hash(int m, int n, int k, string hash)
    {
        Skip.If(InstructionSets.Best == InstructionSet.Scalar, "Too large for scalar code.");
        using var device = new CpuDevice(threads: 2);
        using var memory = new DeviceMemory(device);
        var c = memory.Output(m * n);
        device.MatMul(
            false, false, m, n, k, memory.Upload(KnownAnswers.Fill(m * k, 1)),
            memory.Upload(KnownAnswers.Fill(k * n, 2)), c);
        Assert.StartsWith(hash, KnownAnswers.Sha(DeviceMemory.Inner(memory.Download(c))), StringComparison.Ordinal);
    }
}
