using Research.Numerics.Cpu;
using Research.Numerics.Devices;

namespace Research.Numerics.Tests.Cpu;

/// <summary>Compares devices with the reference programs, bit for bit.</summary>
internal static class Conformance
{
    private static readonly ReferenceDevice Reference = new();

    /// <summary>Every instruction set of this processor, with 1, 2, 3 and 7 threads.</summary>
    private static readonly Lazy<CpuDevice[]> Devices = new(() =>
    [
        .. from set in InstructionSets.Available
           from threads in new[] { 1, 2, 3, 7 }
           select new CpuDevice(threads, set, allowEmulatedFma: true),
    ]);

    /// <summary>Runs a program on every device; it returns the outputs to compare.</summary>
    public static void Check(string what, Func<DeviceMemory, float[][]> program)
    {
        var expected = Run(Reference, program);
        foreach (var device in Devices.Value)
        {
            // Test classes run side by side; a device serves one caller at a time.
            float[][] actual;
            lock (device)
                actual = Run(device, program);
            for (var output = 0; output < expected.Length; output++)
                AssertSameBits(
                    $"{what}, output {output}, {device.Name}, {device.Threads} threads", expected[output],
                    actual[output]);
        }
    }

    public static void AssertSameBits(string what, float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
                Assert.Fail($"{what}: element {i} is {actual[i]:G9}, expected {expected[i]:G9}.");
        }
    }

    private static float[][] Run(Device device, Func<DeviceMemory, float[][]> program)
    {
        using var memory = new DeviceMemory(device);
        return program(memory);
    }
}
