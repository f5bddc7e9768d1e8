using System.Runtime.InteropServices;
using Research.Jobs;

namespace Research.Learning.Safetensors;

/// <summary>
/// The first differing tensor of two safetensors files: <c>tensor 'wte' at [3, 17]: 0.5 (0x3F000000) against 0.25 (0x3E800000)</c>.
/// Elements are compared by their bits, so -0 is not 0, and two NaN may differ. Indices count from 0.
/// </summary>
public sealed class SafetensorsDifference : IFileDifference
{
    private const int BufferBytes = 1 << 20;

    /// <inheritdoc/>
    public string Extension => ".safetensors";

    /// <inheritdoc/>
    public string Describe(string stored, string received)
    {
        using var before = SafetensorsReader.Open(stored);
        using var now = SafetensorsReader.Open(received);
        return Names(before.Tensors, now.Tensors)
            ?? before.Tensors.Values.OrderBy(tensor => tensor.Begin)
                .Select(tensor => Tensor(before, tensor, now, now.Tensors[tensor.Name]))
                .FirstOrDefault(difference => difference is not null)
            ?? Metadata(before.Metadata, now.Metadata)
            ?? "all tensors and metadata are equal; they lie in another order, or the header is written differently";
    }

    private static string? Names(IReadOnlyDictionary<string, TensorHeader> before, IReadOnlyDictionary<string, TensorHeader> now)
    {
        var missing = before.Values.OrderBy(tensor => tensor.Begin).FirstOrDefault(tensor => !now.ContainsKey(tensor.Name));
        var added = now.Values.OrderBy(tensor => tensor.Begin).FirstOrDefault(tensor => !before.ContainsKey(tensor.Name));
        var parts = new[]
        {
            missing is null ? null : $"tensor '{missing.Name}' {missing.Type} {missing.ShapeText} is missing",
            added is null ? null : $"tensor '{added.Name}' {added.Type} {added.ShapeText} is new",
        };
        return missing is null && added is null ? null : string.Join(", ", parts.OfType<string>());
    }

    private static string? Tensor(SafetensorsReader before, TensorHeader stored, SafetensorsReader now, TensorHeader received)
    {
        if (stored.Type != received.Type || !stored.Shape.SequenceEqual(received.Shape))
        {
            return $"tensor '{stored.Name}': {stored.Type} {stored.ShapeText} against {received.Type} {received.ShapeText}";
        }

        var size = TensorHeader.SizeOf(stored.Type);
        var (a, b) = (new byte[BufferBytes], new byte[BufferBytes]);
        for (var offset = 0L; offset < stored.End - stored.Begin; offset += BufferBytes)
        {
            var count = (int)Math.Min(BufferBytes, stored.End - stored.Begin - offset);
            before.Read(stored, offset, a.AsSpan(0, count));
            now.Read(received, offset, b.AsSpan(0, count));
            var common = a.AsSpan(0, count).CommonPrefixLength(b.AsSpan(0, count));
            if (common < count)
            {
                var at = common - (common % size);
                return $"tensor '{stored.Name}' at {Index(stored.Shape, (offset + at) / size)}: "
                    + $"{Element(stored.Type, a.AsSpan(at, size))} against {Element(stored.Type, b.AsSpan(at, size))}";
            }
        }

        return null;
    }

    private static string Index(IReadOnlyList<long> shape, long position)
    {
        var index = new long[shape.Count];
        for (var axis = shape.Count - 1; axis >= 0; axis--)
        {
            (position, index[axis]) = Math.DivRem(position, shape[axis]);
        }

        return TensorHeader.Text(index);
    }

    private static string Element(TensorType type, ReadOnlySpan<byte> bytes) => type switch
    {
        TensorType.F32 => $"{MemoryMarshal.Read<float>(bytes):R} (0x{MemoryMarshal.Read<uint>(bytes):X8})",
        TensorType.F64 => $"{MemoryMarshal.Read<double>(bytes):R} (0x{MemoryMarshal.Read<ulong>(bytes):X16})",
        _ => $"{MemoryMarshal.Read<long>(bytes)}",
    };

    private static string? Metadata(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now)
    {
        var key = before.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            .FirstOrDefault(key => before.GetValueOrDefault(key) != now.GetValueOrDefault(key));
        return key is null ? null : $"metadata '{key}': {Quoted(before)} against {Quoted(now)}";

        string Quoted(IReadOnlyDictionary<string, string> entries) => entries.TryGetValue(key, out var value) ? $"'{value}'" : "none";
    }
}
