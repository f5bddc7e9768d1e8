using Research.Conformance.Cases;
using Research.Numerics.Devices;

namespace Research.Conformance.Tests;

/// <summary>Each row stands for its kernel alone: a wrong bit of the kernel shows in it and in no other row.</summary>
[Trait("Size", "Small")]
public sealed class CoverageTests
{
    private const int CasesOfEach = 4;

    private static readonly string[] Rows = [.. CaseCatalog.DeviceKernels.Except([TrainingCase.Kernel])];

    public static TheoryData<string> Kernels => [.. Rows];

    [Theory, MemberData(nameof(Kernels))]
    public void One_wrong_bit_of_a_kernel_shows_in_its_row_and_in_no_other(string kernel)
    {
        using var reference = new ReferenceDevice();
        using var wrong = new FaultyDevice(kernel);

        var differing = Rows.Where(row =>
            CaseCatalog.Of(row).Take(CasesOfEach).Any(item => Digest(item, reference) != Digest(item, wrong)));

        Assert.Equal([kernel], differing);
    }

    [Fact]
    public void A_number_written_beside_a_tensor_shows()
    {
        using var device = new ReferenceDevice();
        var careful = new ConformanceCase("Clear", "a view", memory => [CaseMemory.Read("y", memory.Output(5))]);
        var careless = careful with
        {
            Run = memory =>
            {
                var y = memory.Output(5);
                y.Buffer.Write([0f], y.Offset + y.Length);
                return [CaseMemory.Read("y", y)];
            },
        };

        Assert.NotEqual(Digest(careful, device), Digest(careless, device));
    }

    [Fact]
    public void What_the_reference_programs_give_is_finite_so_that_it_is_promised()
    {
        using var reference = new ReferenceDevice();
        foreach (var item in CaseCatalog.DeviceKernels.SelectMany(CaseCatalog.Of).Where(item => item.Kernel is not ("SumOfSquares" or TrainingCase.Kernel)))
        {
            foreach (var output in item.On(reference).SkipLast(1))
                Assert.All(output.Bits, bits => Assert.True(float.IsFinite(BitConverter.UInt32BitsToSingle(bits)), $"{item.Kernel} {item.Name}: {output.Name}"));
        }
    }

    private static string Digest(ConformanceCase item, Device device)
    {
        using var hash = new OutputDigest();
        hash.Add(item.Name, item.On(device));
        return hash.Finish();
    }
}
