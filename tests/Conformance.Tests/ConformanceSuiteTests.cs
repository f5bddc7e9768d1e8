using Research.Jobs;
using Research.Numerics.Devices;

namespace Research.Conformance.Tests;

public sealed class ConformanceSuiteTests
{
    [Fact]
    public void Every_device_of_this_machine_has_the_golden_digests_with_every_number_of_threads()
    {
        var report = new ConformanceSuite(GoldenTable.OfRecord(), TestedDevice.All).Run("a processor", new JobContext());

        Assert.Empty(report.Mismatches);
        Assert.True(report.Passed);
        Assert.Equal(TestedDevice.All.Count, report.Absent.Count + report.Results.Select(result => result.Device).Distinct().Count() - 1);
    }

    [Fact]
    public void One_wrong_bit_with_one_number_of_threads_is_named_with_its_kernel_case_and_element()
    {
        var wrong = new TestedDevice("wrong CPU", threads => threads == 2 ? new FaultyDevice(nameof(Device.GatherRows), element: 7) : new ReferenceDevice(), [1, 2, 3]);

        var report = new ConformanceSuite(GoldenTable.OfRecord(), [wrong]).Run("a processor", new JobContext());

        var mismatch = Assert.Single(report.Mismatches);
        Assert.StartsWith("GatherRows on wrong CPU with 2 threads, case 10 rows,", mismatch, StringComparison.Ordinal);
        Assert.Contains("element 7 of y", mismatch, StringComparison.Ordinal);
        Assert.Matches("0x[0-9A-F]{8}.*0x[0-9A-F]{8}", mismatch);
        Assert.Contains(report.Table(), line => line.StartsWith("GatherRows", StringComparison.Ordinal) && line.EndsWith("≠ 2t", StringComparison.Ordinal));
        Assert.Contains("\"passed\": false", report.ToJson(), StringComparison.Ordinal);
        Assert.Contains(mismatch, report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_is_not_here_is_said_to_be_absent_and_not_to_have_passed()
    {
        var report = new ConformanceSuite(null, [new TestedDevice("GPU", null, [1])]).Run("a processor", new JobContext());

        Assert.Equal(["GPU"], report.Absent);
        Assert.DoesNotContain(report.Results, result => result.Device == "GPU");
        Assert.Contains("GPU: not on this machine", report.Table());
    }

    [Fact]
    public void Reference_programs_that_do_not_have_the_golden_bits_blame_the_machine()
    {
        var report = new ConformanceSuite(
            GoldenTable.Parse(GoldenTable.Format(Cases.CaseCatalog.Kernels.ToDictionary(kernel => kernel, _ => new string('0', 64))), "zeros"), [])
            .Run("a processor", new JobContext());

        Assert.Equal(Cases.CaseCatalog.Kernels.Count, report.Mismatches.Count());
        Assert.All(report.Mismatches, mismatch => Assert.Contains("scalar reference program itself", mismatch, StringComparison.Ordinal));
    }
}
