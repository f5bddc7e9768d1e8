using Research.Numerics.Devices;

namespace Research.Conformance.Cases;

/// <summary>A device and the buffers of one case on it. Outputs start as NaN, so that a kernel that leaves one out is caught.</summary>
internal sealed class CaseMemory(Device device) : IDisposable
{
    private readonly List<IDisposable> buffers = [];

    /// <summary>Where the case runs.</summary>
    public Device Device { get; } = device;

    /// <summary>These numbers on the device.</summary>
    public FloatView Input(float[] numbers)
    {
        var buffer = Device.Floats(numbers.Length);
        buffers.Add(buffer);
        buffer.Write(numbers);
        return buffer.All;
    }

    /// <summary>These integers on the device.</summary>
    public IntBuffer Input(int[] numbers)
    {
        var buffer = Device.Ints(numbers.Length);
        buffers.Add(buffer);
        buffer.Write(numbers);
        return buffer;
    }

    /// <summary>Room for so many numbers.</summary>
    public FloatView Output(int length)
    {
        var numbers = new float[length];
        Array.Fill(numbers, float.NaN);
        return Input(numbers);
    }

    /// <summary>What a view holds now.</summary>
    public static float[] Read(FloatView view)
    {
        var numbers = new float[view.Length];
        view.Buffer.Read(numbers, view.Offset);
        return numbers;
    }

    /// <inheritdoc/>
    public void Dispose() => buffers.ForEach(buffer => buffer.Dispose());
}
