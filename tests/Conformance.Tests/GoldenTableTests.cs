using Research.Conformance.Cases;
using Research.Jobs;
using Research.Numerics.Devices;

namespace Research.Conformance.Tests;

public sealed class GoldenTableTests
{
    public static TheoryData<string> Kernels => [.. CaseCatalog.Kernels];

    [Theory, MemberData(nameof(Kernels)), Trait("Size", "Small")]
    public void The_golden_digest_is_that_of_the_reference_programs(string kernel)
    {
        using var reference = new ReferenceDevice();
        using var hash = new OutputDigest();
        foreach (var item in CaseCatalog.Of(kernel)) hash.Add(item.Name, item.On(reference));

        Assert.Equal(GoldenTable.OfRecord().Of(kernel), hash.Finish());
    }

    [Fact]
    public void Every_kernel_of_a_device_has_cases()
    {
        // A ledger is compared by its own tests and by every training; what a device repeats are kernels.
        string[] others =
        [
            nameof(Device.Floats), nameof(Device.Ints), nameof(Device.Synchronize), nameof(Device.Dispose), nameof(Device.Ledger), nameof(Device.Repeat),
        ];
        var kernels = typeof(Device).GetMethods()
            .Where(method => method.DeclaringType == typeof(Device) && !method.IsSpecialName)
            .Select(method => method.Name).Except(others).Append(TrainingCase.Kernel);

        Assert.Equal(kernels.Order(), CaseCatalog.DeviceKernels.Order());
    }

    [Fact]
    public void Names_of_cases_are_unique_within_a_kernel() =>
        Assert.All(CaseCatalog.Kernels, kernel => Assert.Distinct(CaseCatalog.Of(kernel).Select(item => item.Name)));

    [Fact]
    public void A_written_table_reads_back()
    {
        var digests = CaseCatalog.Kernels.ToDictionary(kernel => kernel, kernel => new string('a', 63) + (kernel.Length % 10));

        var table = GoldenTable.Parse(GoldenTable.Format(digests), "table");

        Assert.All(digests, entry => Assert.Equal(entry.Value, table.Of(entry.Key)));
    }

    [Theory]
    [InlineData("Gelu 3 abc", "table(2)", "'Gelu 3 abc'")]
    [InlineData("Gelu 3 0000000000000000000000000000000000000000000000000000000000000000", "table(2)", "there is no kernel 'Gelu'")]
    [InlineData("GatherRows 3 0000000000000000000000000000000000000000000000000000000000000000", "table(2)", "GatherRows has 7 cases, not 3")]
    [InlineData("GatherRows 7 0000000000000000000000000000000000000000000000000000000000000000", "table", "MatMul is missing")]
    public void A_malformed_table_is_refused_with_its_line(string line, string where, string what)
    {
        var error = Assert.Throws<InputException>(() => GoldenTable.Parse($"specification num-1\n{line}\n", "table"));

        Assert.Equal(where, error.Where);
        Assert.Contains(what, error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_another_specification_is_refused()
    {
        var text = GoldenTable.Format(CaseCatalog.Kernels.ToDictionary(kernel => kernel, _ => new string('0', 64)));

        var error = Assert.Throws<InputException>(() => GoldenTable.Parse(text.Replace("num-1", "num-0", StringComparison.Ordinal), "table"));

        Assert.Contains("num-0", error.What, StringComparison.Ordinal);
    }
}
