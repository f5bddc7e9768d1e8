using Research.Numerics.Devices;

namespace Research.Conformance.Cases;

/// <summary>
/// A device and the buffers of one case on it. Outputs start as NaN, so that a kernel that leaves one out is caught; NaN also stands
/// before and after every tensor, so that a kernel that reads or writes there is.
/// </summary>
internal sealed class CaseMemory(Device device) : IDisposable
{
    private const int Margin = 3;

    private readonly List<FloatBuffer> tensors = [];
    private readonly List<IntBuffer> indices = [];

    /// <summary>Where the case runs.</summary>
    public Device Device { get; } = device;

    /// <summary>These numbers on the device.</summary>
    public FloatView Input(float[] numbers)
    {
        var buffer = Device.Floats(numbers.Length + (2 * Margin));
        tensors.Add(buffer);
        buffer.Write(NaNs(buffer.Length));
        buffer.Write(numbers, Margin);
        return buffer.Slice(Margin, numbers.Length);
    }

    /// <summary>These integers on the device.</summary>
    public IntBuffer Input(int[] numbers)
    {
        var buffer = Device.Ints(numbers.Length);
        indices.Add(buffer);
        buffer.Write(numbers);
        return buffer;
    }

    /// <summary>Room for so many numbers.</summary>
    public FloatView Output(int length) => Input(NaNs(length));

    /// <summary>What a view holds now.</summary>
    public static CaseOutput Read(string name, FloatView view)
    {
        var numbers = new float[view.Length];
        view.Buffer.Read(numbers, view.Offset);
        return CaseOutput.Of(name, numbers);
    }

    /// <summary>What stands beside the tensors now: before the first, after it, before the second, and so on.</summary>
    public CaseOutput Margins()
    {
        var numbers = new float[2 * Margin * tensors.Count];
        for (var i = 0; i < tensors.Count; i++)
        {
            tensors[i].Read(numbers.AsSpan(2 * Margin * i, Margin));
            tensors[i].Read(numbers.AsSpan((2 * Margin * i) + Margin, Margin), tensors[i].Length - Margin);
        }

        return CaseOutput.Of("the numbers beside the tensors", numbers);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        tensors.ForEach(buffer => buffer.Dispose());
        indices.ForEach(buffer => buffer.Dispose());
    }

    private static float[] NaNs(int length)
    {
        var numbers = new float[length];
        Array.Fill(numbers, float.NaN);
        return numbers;
    }
}
