using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Research.Jobs;

namespace Research.Learning.Safetensors;

/// <summary>
/// Reads safetensors files. The header is checked completely when the file is opened: every tensor lies inside the file, has
/// as many bytes as its shape needs, and no byte belongs to two tensors or to none.
/// </summary>
public sealed class SafetensorsReader : IDisposable
{
    private const int LongestHeader = 100_000_000;

    private readonly FileStream file;
    private readonly string path;
    private readonly SafetensorsHeader header;
    private readonly long dataStart;

    private SafetensorsReader(FileStream file, string path, SafetensorsHeader header, long dataStart) =>
        (this.file, this.path, this.header, this.dataStart) = (file, path, header, dataStart);

    /// <summary>The strings of <c>__metadata__</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata => header.Metadata;

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, TensorHeader> Tensors => header.Tensors;

    /// <summary>Opens a file and checks its header.</summary>
    /// <exception cref="InputException">The file is missing or malformed.</exception>
    public static SafetensorsReader Open(string path)
    {
        FileStream file;
        try
        {
            file = File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException("the file cannot be opened", path, "Make it again or check its path and permissions.", e);
        }

        try
        {
            var (header, dataStart) = ReadHeader(file, path);
            return new SafetensorsReader(file, path, header, dataStart);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads a tensor of 32-bit floating-point numbers.</summary>
    /// <exception cref="InputException">The file has no such tensor, or one of another type or shape.</exception>
    public void Read(string name, IReadOnlyList<long> shape, Span<float> destination) =>
        Read(name, TensorType.F32, shape, MemoryMarshal.AsBytes(destination));

    /// <summary>Reads a tensor of 64-bit floating-point numbers.</summary>
    /// <exception cref="InputException">The file has no such tensor, or one of another type or shape.</exception>
    public void Read(string name, IReadOnlyList<long> shape, Span<double> destination) =>
        Read(name, TensorType.F64, shape, MemoryMarshal.AsBytes(destination));

    /// <summary>Reads a tensor of 64-bit integers.</summary>
    /// <exception cref="InputException">The file has no such tensor, or one of another type or shape.</exception>
    public void Read(string name, IReadOnlyList<long> shape, Span<long> destination) =>
        Read(name, TensorType.I64, shape, MemoryMarshal.AsBytes(destination));

    /// <summary>Reads some bytes of a tensor, from an offset in it on.</summary>
    internal void Read(TensorHeader tensor, long offset, Span<byte> destination)
    {
        file.Position = dataStart + tensor.Begin + offset;
        file.ReadExactly(destination);
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static (SafetensorsHeader Header, long DataStart) ReadHeader(FileStream file, string path)
    {
        if (file.Length < sizeof(long))
        {
            throw SafetensorsHeader.Malformed(path, $"the file has {file.Length} bytes, too few for a header");
        }

        var prefix = new byte[sizeof(long)];
        file.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        var rest = file.Length - sizeof(long);
        if (length > (ulong)rest || length > LongestHeader)
        {
            throw SafetensorsHeader.Malformed(path, $"the header promises {length} bytes, the file has {rest} after its length");
        }

        var text = new byte[length];
        file.ReadExactly(text);
        return (SafetensorsHeader.Parse(path, text, rest - (long)length), sizeof(long) + (long)length);
    }

    private void Read(string name, TensorType type, IReadOnlyList<long> shape, Span<byte> destination)
    {
        const string Remedy = "Use the checkpoint that belongs to this model, or make it again.";
        if (!Tensors.TryGetValue(name, out var tensor))
        {
            throw new InputException($"tensor '{name}' is missing", path, Remedy);
        }

        if (tensor.Type != type || !tensor.Shape.SequenceEqual(shape))
        {
            throw new InputException(
                $"tensor '{name}' is {tensor.Type} {tensor.ShapeText}, expected {type} {TensorHeader.Text(shape)}", path, Remedy);
        }

        if (destination.Length != tensor.End - tensor.Begin)
        {
            throw new ArgumentException($"{name}: the destination has {destination.Length} bytes", nameof(destination));
        }

        Read(tensor, 0, destination);
    }
}
