using System.Runtime.InteropServices;

namespace Research.Learning.Safetensors;

/// <summary>One tensor to be written: a name, a shape and its elements in row-major order.</summary>
public sealed class TensorData
{
    private readonly ReadOnlyMemory<float> floats;
    private readonly ReadOnlyMemory<double> doubles;
    private readonly ReadOnlyMemory<long> integers;

    /// <summary>A tensor of 32-bit floating-point numbers.</summary>
    public TensorData(string name, IReadOnlyList<long> shape, ReadOnlyMemory<float> elements)
        : this(name, TensorType.F32, shape, elements.Length) => floats = elements;

    /// <summary>A tensor of 64-bit floating-point numbers.</summary>
    public TensorData(string name, IReadOnlyList<long> shape, ReadOnlyMemory<double> elements)
        : this(name, TensorType.F64, shape, elements.Length) => doubles = elements;

    /// <summary>A tensor of 64-bit integers.</summary>
    public TensorData(string name, IReadOnlyList<long> shape, ReadOnlyMemory<long> elements)
        : this(name, TensorType.I64, shape, elements.Length) => integers = elements;

    private TensorData(string name, TensorType type, IReadOnlyList<long> shape, int length)
    {
        if (shape.Aggregate(1L, (product, size) => checked(product * size)) != length)
        {
            throw new ArgumentException($"{name}: shape {TensorHeader.Text(shape)} does not hold {length} elements", nameof(shape));
        }

        (Name, Type, Shape) = (name, type, shape);
    }

    /// <summary>Name, unique in the file.</summary>
    public string Name { get; }

    /// <summary>Element type.</summary>
    public TensorType Type { get; }

    /// <summary>Sizes, outermost first; empty for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The elements as they lie in the file (little-endian).</summary>
    internal ReadOnlySpan<byte> Bytes => Type switch
    {
        TensorType.F32 => MemoryMarshal.AsBytes(floats.Span),
        TensorType.F64 => MemoryMarshal.AsBytes(doubles.Span),
        _ => MemoryMarshal.AsBytes(integers.Span),
    };
}
