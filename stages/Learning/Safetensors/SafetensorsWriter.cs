using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Research.Jobs;

namespace Research.Learning.Safetensors;

/// <summary>
/// Writes safetensors files: eight bytes with the length of the header, a JSON header, the tensors one after another. The
/// bytes depend on the arguments only. A reader sees the whole file or none: it is written under a temporary name and renamed.
/// </summary>
public static class SafetensorsWriter
{
    /// <summary>Writes a file; tensors of 64-bit elements come first, so that each lies aligned.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="metadata">Strings for <c>__metadata__</c>; written in ordinal order of their keys.</param>
    /// <param name="tensors">The tensors; within an element size they keep this order.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    /// <exception cref="ArgumentException">Two tensors have one name.</exception>
    public static void Write(string path, IReadOnlyDictionary<string, string> metadata, IReadOnlyList<TensorData> tensors)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.DistinctBy(tensor => tensor.Name).Count() != tensors.Count)
        {
            throw new ArgumentException("two tensors have one name", nameof(tensors));
        }

        TensorData[] ordered = [.. tensors.OrderByDescending(tensor => TensorHeader.SizeOf(tensor.Type))];
        var header = Header(metadata, ordered);
        var partial = path + ".partial";
        try
        {
            WriteFile(partial, header, ordered);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(partial);
            throw new InputException(
                $"the file cannot be written ({e.Message})", path, "Check that the folder exists, is writable and has space left.", e);
        }
    }

    private static void WriteFile(string path, byte[] header, TensorData[] tensors)
    {
        using var file = File.Create(path);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        file.Write(length);
        file.Write(header);
        foreach (var tensor in tensors)
        {
            file.Write(tensor.Bytes);
        }

        file.Flush(flushToDisk: true);
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder does not let us; the error that brought us here says more.
        }
    }

    private static byte[] Header(IReadOnlyDictionary<string, string> metadata, TensorData[] tensors)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            foreach (var (key, value) in metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            var begin = 0L;
            foreach (var tensor in tensors)
            {
                var end = begin + tensor.Bytes.Length;
                Entry(json, tensor, begin, end);
                begin = end;
            }

            json.WriteEndObject();
        }

        // The format asks for data that start at a multiple of eight bytes; spaces after the JSON text are allowed.
        stream.Write(Encoding.ASCII.GetBytes(new string(' ', (int)(-stream.Length & 7))));
        return stream.ToArray();
    }

    private static void Entry(Utf8JsonWriter json, TensorData tensor, long begin, long end)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", tensor.Type.ToString());
        json.WriteStartArray("shape");
        foreach (var size in tensor.Shape)
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
