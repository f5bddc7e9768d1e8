using Research.Numerics.Gpu;

namespace Research.Numerics.Tests.Gpu;

public class GpuDriverTests
{
    [SkippableFact]
    public void Memory_that_the_device_lacks_is_refused_with_what_was_needed_and_what_to_do()
    {
        using var driver = TestGpu.OpenDriver();
        var refusal = Assert.Throws<GpuException>(() => driver.Allocate(1L << 50));
        Assert.Contains($"no room for {1L << 30} MB more", refusal.Message);
        Assert.Contains("--device cpu", refusal.Remedy);
    }

    [SkippableFact]
    public void What_was_written_is_read_back_wherever_it_begins()
    {
        using var driver = TestGpu.OpenDriver();
        byte[] bytes = [.. Enumerable.Range(0, 5_000_000).Select(i => (byte)(i * 7))];
        var memory = driver.Allocate(bytes.Length);
        driver.Write(memory, 0, bytes);
        driver.Write(memory, 12, [1, 2, 3, 4]);
        var read = new byte[bytes.Length - 8];
        driver.Read(memory, 8, read);
        Assert.Equal([.. bytes[8..12], 1, 2, 3, 4, .. bytes[16..]], read);
        driver.Free(memory);
    }

    [SkippableFact]
    public void A_buffer_of_a_device_may_be_freed_after_the_device()
    {
        var device = TestGpu.Open(TestGpu.OpenCl);
        var buffer = device.Floats(10);
        device.Dispose();
        buffer.Dispose();
        buffer.Dispose();
    }

    [SkippableFact]
    public void A_buffer_of_another_device_is_refused()
    {
        using var device = TestGpu.Open(TestGpu.OpenCl);
        using var other = TestGpu.Open("reference");
        using var buffer = other.Floats(4);
        Assert.Throws<ArgumentException>(() => device.Clear(buffer.All));
    }
}
