using System.Text.Json;
using Research.Jobs;

namespace Research.Learning.Safetensors;

/// <summary>The JSON header of a safetensors file, every promise in it checked against the bytes that are there.</summary>
/// <param name="Metadata">The strings of <c>__metadata__</c>.</param>
/// <param name="Tensors">The tensors by name.</param>
internal sealed record SafetensorsHeader(
    IReadOnlyDictionary<string, string> Metadata, IReadOnlyDictionary<string, TensorHeader> Tensors)
{
    private const string Again = "Write the file again, or delete what holds it so that it is made anew.";

    public static InputException Malformed(string path, string what, Exception? inner = null) => new(what, path, Again, inner);

    /// <param name="path">The file, for messages.</param>
    /// <param name="text">The header's bytes.</param>
    /// <param name="dataLength">Bytes after the header.</param>
    public static SafetensorsHeader Parse(string path, ReadOnlyMemory<byte> text, long dataLength)
    {
        using var json = ParseJson(path, text);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw Malformed(path, "the header is no JSON object");
        }

        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        var tensors = new Dictionary<string, TensorHeader>(StringComparer.Ordinal);
        var hasMetadata = false;
        foreach (var property in json.RootElement.EnumerateObject())
        {
            if (property.Name == "__metadata__" ? hasMetadata : tensors.ContainsKey(property.Name))
            {
                throw Malformed(path, $"the header names '{property.Name}' twice");
            }

            if (property.Name == "__metadata__")
            {
                hasMetadata = true;
                ReadMetadata(path, property.Value, metadata);
            }
            else
            {
                tensors.Add(property.Name, ReadTensor(path, property.Name, property.Value, dataLength));
            }
        }

        RequireNoGaps(path, tensors.Values, dataLength);
        return new SafetensorsHeader(metadata, tensors);
    }

    private static JsonDocument ParseJson(string path, ReadOnlyMemory<byte> text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException e)
        {
            throw Malformed(path, "the header is no valid JSON", e);
        }
    }

    private static void ReadMetadata(string path, JsonElement value, Dictionary<string, string> metadata)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Malformed(path, "__metadata__ is no JSON object");
        }

        foreach (var entry in value.EnumerateObject())
        {
            if (entry.Value.ValueKind != JsonValueKind.String || !metadata.TryAdd(entry.Name, entry.Value.GetString()!))
            {
                throw Malformed(path, $"the metadata entry '{entry.Name}' is no string or stands there twice");
            }
        }
    }

    private static TensorHeader ReadTensor(string path, string name, JsonElement entry, long dataLength)
    {
        if (entry.ValueKind != JsonValueKind.Object
            || !entry.TryGetProperty("dtype", out var dtype) || dtype.ValueKind != JsonValueKind.String
            || !entry.TryGetProperty("shape", out var sizes) || Numbers(sizes) is not { } shape
            || !entry.TryGetProperty("data_offsets", out var offsets) || Numbers(offsets) is not [var begin, var end])
        {
            throw Malformed(path, $"the header entry of '{name}' lacks a dtype, a shape or two data_offsets");
        }

        if (!Enum.TryParse<TensorType>(dtype.GetString(), out var type) || type.ToString() != dtype.GetString())
        {
            throw new InputException(
                $"tensor '{name}' has the element type {dtype.GetString()}", path,
                $"Convert it to one of {string.Join(", ", Enum.GetNames<TensorType>())}.");
        }

        if (begin > end || end > dataLength)
        {
            throw Malformed(path, $"tensor '{name}' should lie in bytes {begin} to {end}, but the file has {dataLength} bytes of data");
        }

        var bytes = shape.Aggregate((Int128)TensorHeader.SizeOf(type), (product, size) => product > long.MaxValue ? product : product * size);
        return bytes == end - begin
            ? new TensorHeader(name, type, shape, begin, end)
            : throw Malformed(path, $"tensor '{name}' of shape {TensorHeader.Text(shape)} needs {bytes} bytes, its offsets give it {end - begin}");
    }

    /// <summary>A list of numbers from 0 on; null for anything else.</summary>
    private static long[]? Numbers(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var numbers = new List<long>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out var number) || number < 0)
            {
                return null;
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }

    private static void RequireNoGaps(string path, IEnumerable<TensorHeader> tensors, long dataLength)
    {
        var position = 0L;
        foreach (var tensor in tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End))
        {
            if (tensor.Begin < position)
            {
                throw Malformed(path, $"tensor '{tensor.Name}' overlaps the one before it");
            }

            if (tensor.Begin > position)
            {
                throw Malformed(path, $"{tensor.Begin - position} bytes before tensor '{tensor.Name}' belong to no tensor");
            }

            position = tensor.End;
        }

        if (position != dataLength)
        {
            throw Malformed(path, $"{dataLength - position} bytes after the last tensor belong to no tensor");
        }
    }
}
