using Research.Numerics.Devices;

namespace Research.Numerics.Tests.Cpu;

/// <summary>A device and the buffers of one test on it.</summary>
internal sealed class DeviceMemory(Device device) : IDisposable
{
    private const int Margin = 3;

    private readonly List<IDisposable> buffers = [];

    public Device Device { get; } = device;

    /// <summary>Downloaded numbers without the margins.</summary>
    public static float[] Inner(float[] downloaded) => downloaded[Margin..^Margin];

    /// <summary>
    /// A view of these numbers, in the middle of a buffer of NaN: a kernel that uses a number beside the view shows it.
    /// </summary>
    public FloatView Upload(float[] numbers)
    {
        var buffer = Device.Floats(numbers.Length + (2 * Margin));
        buffers.Add(buffer);
        var content = new float[buffer.Length];
        Array.Fill(content, float.NaN);
        numbers.CopyTo(content, Margin);
        buffer.Write(content);
        return buffer.Slice(Margin, numbers.Length);
    }

    /// <summary>A view of so many numbers that a kernel must overwrite: they are NaN.</summary>
    public FloatView Output(int length)
    {
        var numbers = new float[length];
        Array.Fill(numbers, float.NaN);
        return Upload(numbers);
    }

    public IntBuffer Upload(int[] numbers)
    {
        var buffer = Device.Ints(numbers.Length);
        buffers.Add(buffer);
        buffer.Write(numbers);
        return buffer;
    }

    /// <summary>The whole buffer of the view, margins included: nothing may be written there.</summary>
    public float[] Download(FloatView view)
    {
        var numbers = new float[view.Buffer.Length];
        view.Buffer.Read(numbers);
        return numbers;
    }

    public void Dispose()
    {
        foreach (var buffer in buffers)
            buffer.Dispose();
    }
}
