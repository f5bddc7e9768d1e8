using Research.Numerics.Cpu;
using Research.Numerics.Devices;
using Research.Numerics.Reference;

namespace Research.Numerics.Tests.Cpu;

[Trait("Size", "Small")]
public class CpuDeviceTests
{
    private static CpuDevice NewDevice(int threads = 1) => new(threads, allowEmulatedFma: true);

    [SkippableFact]
    public void A_processor_without_fused_multiply_add_is_refused_unless_emulation_is_asked_for()
    {
        Skip.If(ExactFma.IsHardware, "This processor has fused multiply-add.");
        var refusal = Assert.Throws<PlatformNotSupportedException>(() => new CpuDevice(1));
        Assert.Contains("no fused multiply-add (x86 needs FMA3)", refusal.Message, StringComparison.Ordinal);
        using var device = NewDevice();
        Assert.Equal(InstructionSet.Scalar, device.InstructionSet);
    }

    [Fact]
    public void An_instruction_set_that_the_processor_lacks_is_refused()
    {
        foreach (var set in Enum.GetValues<InstructionSet>())
        {
            if (!InstructionSets.IsAvailable(set))
                Assert.Throws<PlatformNotSupportedException>(() => new CpuDevice(1, set, allowEmulatedFma: true));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new CpuDevice(0));
    }

    [Fact]
    public void Views_that_are_too_short_or_overlap_the_output_are_refused_before_anything_is_written()
    {
        using var device = NewDevice();
        using var buffer = device.Floats(100);
        using var other = device.Floats(100);
        var (a, b) = (buffer.Slice(0, 20), buffer.Slice(20, 20));
        Assert.Equal("a", Refused(() => device.MatMul(false, false, 5, 4, 5, a, b, other.All)));
        Assert.Equal("b", Refused(() => device.MatMul(false, false, 5, 5, 4, a, b.Slice(0, 19), other.All)));
        Assert.Equal("c", Refused(() => device.MatMul(false, false, 5, 5, 4, a, b, other.Slice(0, 24))));
        Assert.Equal("c", Refused(() => device.MatMul(false, false, 4, 4, 4, a, b, buffer.Slice(30, 16))));
        Assert.Equal("x", Refused(() => device.LayerNormForward(
            3, 7, a, other.All, other.All, other.All, other.All)));
        Assert.Equal("probabilities", Refused(() => device.AttentionForward(1, 4, 1, 1, a, b.Slice(0, 15), other.All)));
        Assert.Equal("b", Refused(() => device.Add(a, b.Slice(1, 19), a)));
        Assert.Throws<ArgumentOutOfRangeException>(() => device.MatMul(false, false, -1, 1, 1, a, b, other.All));
    }

    [Fact]
    public void The_peak_of_memory_counts_what_was_held_at_once()
    {
        using var device = NewDevice();
        var before = device.PeakMemory;
        using (device.Floats(100_000))
        {
        }

        var one = device.PeakMemory;
        Assert.InRange(one - before, 400_000, 401_000);
        using var first = device.Floats(60_000);
        using var second = device.Floats(60_000);
        Assert.InRange(device.PeakMemory - one, 80_000, 81_000);
    }

    [Fact]
    public void Tokens_and_targets_outside_their_range_are_refused()
    {
        using var device = NewDevice();
        using var buffer = device.Floats(60);
        using var other = device.Floats(60);
        using var indices = device.Ints(2);
        indices.Write([1, 3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => device.EmbeddingForward(
            2, 1, 4, indices, buffer.Slice(0, 12), buffer.Slice(12, 4), other.All));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => device.GatherRows(2, 4, indices, buffer.Slice(0, 12), other.All));
        indices.Write([-2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => device.CrossEntropy(
            2, 3, buffer.All, indices, 1f, other.Slice(0, 2), other.Slice(2, 6)));
    }

    [Fact]
    public void Buffers_of_another_device_and_disposed_ones_are_refused()
    {
        using var device = NewDevice();
        using var reference = new ReferenceDevice();
        using var foreign = reference.Floats(4);
        Assert.Throws<ArgumentException>(() => device.Clear(foreign.All));
        var buffer = device.Floats(4);
        buffer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => device.Clear(buffer.All));
        Assert.Throws<ObjectDisposedException>(() => buffer.Write([1f]));
    }

    [Fact]
    public void Buffers_are_zero_when_new_and_keep_what_is_written()
    {
        using var device = NewDevice();
        using var buffer = device.Floats(5);
        buffer.Write([1f, 2f], offset: 2);
        var read = new float[5];
        buffer.Read(read);
        Assert.Equal([0f, 0f, 1f, 2f, 0f], read);
        Assert.Throws<ArgumentException>(() => buffer.Write([1f, 2f], offset: 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Read(read, offset: 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_second_pass_over_the_kernels_allocates_nothing(int threads)
    {
        using var device = NewDevice(threads);
        using var x = device.Floats(30_000);
        using var y = device.Floats(30_000);
        using var tokens = device.Ints(100);
        Step();
        Step();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Step();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Step()
        {
            var (a, b, c) = (x.Slice(0, 9000), x.Slice(10_000, 9000), y.Slice(0, 900));
            device.MatMul(true, false, 30, 30, 300, a, b, c);
            device.MatMul(false, true, 30, 30, 300, a, b, c, accumulate: true);
            device.LayerNormForward(100, 16, x.All, x.Slice(0, 16), y.All, y.Slice(2000, 100), y.Slice(2100, 100));
            device.AttentionForward(2, 20, 2, 4, x.All, y.Slice(1000, 1600), y.Slice(0, 320));
            device.AttentionBackward(2, 20, 2, 4, x.Slice(0, 320), x.All, y.Slice(1000, 1600), y.Slice(5000, 960));
            device.GeluForward(a, y.Slice(0, 9000));
            device.CrossEntropy(100, 19, x.All, tokens, 1f, y.Slice(0, 100), y.Slice(200, 1900));
            device.EmbeddingBackward(100, 20, 16, tokens, x.All, y.Slice(0, 320), y.Slice(400, 320));
            device.SumOfSquares(x.All);
        }
    }

    private static string? Refused(Action kernel) => Assert.ThrowsAny<ArgumentException>(kernel).ParamName;
}
