using Research.Benchmarks.Gpu;
using Research.Numerics.Cpu;
using Research.Numerics.Devices;
using Research.Numerics.Gpu;

namespace Research.Benchmarks.Tests.Gpu;

public class GpuGroupTests
{
    [Fact]
    public void Devices_with_the_same_bits_are_equal_to_the_last_step()
    {
        using var left = new CpuDevice(1, allowEmulatedFma: true);
        using var right = new ReferenceDevice();

        Assert.Equal(7, GpuBits.Compare(ModelShape.Tiny, left, right, steps: 7, apart: 3, limit: 600, message => Assert.Fail(message)));
    }

    [Fact]
    public void The_first_step_with_another_bit_is_named()
    {
        using var right = new ReferenceDevice();
        using var left = new CpuDevice(1, allowEmulatedFma: true);
        List<string> failures = [];

        // A wider window for the same seed is another training: its first loss differs.
        var equal = GpuBits.Compare(ModelShape.Tiny, left, right, steps: 4, apart: 2, limit: 600, failures.Add, ModelShape.Tiny with { Batch = 3 });

        Assert.Equal(0, equal);
        Assert.Contains("differ: the loss of step 1 is ", Assert.Single(failures), StringComparison.Ordinal);
    }

    [Fact]
    public void The_limit_ends_a_comparison_that_was_equal_so_far()
    {
        using var left = new ReferenceDevice();
        using var right = new ReferenceDevice();

        Assert.Equal(1, GpuBits.Compare(ModelShape.Tiny, left, right, steps: 50, apart: 2, limit: 0, message => Assert.Fail(message)));
    }

    [SkippableFact]
    public void A_rehearsal_runs_every_group_of_the_gpu()
    {
        using (var gpu = Gpus.OpenFor(cuda: true) ?? Gpus.OpenFor(cuda: false))
            Skip.If(gpu is null, "no device behind CUDA or OpenCL");
        var (output, errors) = (new StringWriter(), new StringWriter());

        var code = BenchmarkProgram.Run(["--rehearsal", "--only", "gpubits,gputraining,gpuproduct"], output, errors);

        Assert.Equal((0, ""), (code, errors.ToString()));
        Assert.Contains("steps of 12 whose bits are those of CPU", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("20 steps, whole run", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("TN 96 x 96 x 96", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(132, 9, 0, 1980000, 66.9)] // H100 SXM
    [InlineData(108, 8, 0, 1410000, 19.5)] // A100
    [InlineData(80, 7, 0, 1530000, 15.7)] // V100
    [InlineData(128, 8, 9, 2520000, 82.6)] // RTX 4090
    public void Peaks_are_those_of_the_data_sheets(int multiprocessors, int major, int minor, int kilohertz, double teraflops) =>
        Assert.Equal(teraflops, CudaCard.PeakOf(multiprocessors, CudaCard.LanesOf(major, minor), kilohertz) / 1e3, 1);

    [SkippableFact]
    public void Without_a_gpu_the_exit_code_says_so()
    {
        Skip.If(Gpus.OpenFor(cuda: true) is not null, "there is one");
        Assert.Equal(BenchmarkProgram.NoGpu, BenchmarkProgram.Run(["--rehearsal", "--only", "gpubits", "--device", "cuda"], TextWriter.Null, TextWriter.Null));
    }
}
