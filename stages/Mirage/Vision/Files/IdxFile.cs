using System.Buffers.Binary;
using Research.Jobs;

namespace Research.Mirage.Vision.Files;

/// <summary>
/// Files of the IDX format, which MNIST and its relatives come in: two zero bytes, the type of the elements (8 for unsigned bytes), the
/// number of dimensions, each dimension as a big-endian 32-bit number, then the elements.
/// </summary>
internal static class IdxFile
{
    private const int UnsignedBytes = 8;

    /// <summary>Whether a file begins as one of the format does.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes is [0, 0, >= 8 and <= 14, >= 1 and <= 4, ..];

    /// <summary>Images, [count, height, width].</summary>
    /// <exception cref="InputException">The file is not one of images, or it is cut off or too long.</exception>
    public static (int Height, int Width, ReadOnlyMemory<byte> Pixels) Images(string path, byte[] bytes)
    {
        var (sizes, elements) = Parse(path, bytes, dimensions: 3, "images");
        return sizes is [_, > 0, > 0]
            ? (sizes[1], sizes[2], elements)
            : throw new InputException($"the header names images of {sizes[1]} x {sizes[2]} pixels", path, "Give a file of images.");
    }

    /// <summary>Labels, [count].</summary>
    /// <exception cref="InputException">The file is not one of labels, or it is cut off or too long.</exception>
    public static ReadOnlyMemory<byte> Labels(string path, byte[] bytes) => Parse(path, bytes, dimensions: 1, "labels").Elements;

    private static (int[] Sizes, ReadOnlyMemory<byte> Elements) Parse(string path, byte[] bytes, int dimensions, string what)
    {
        if (!IsOne(bytes))
        {
            throw new InputException(
                $"the magic number is {Convert.ToHexString(bytes[..Math.Min(4, bytes.Length)])}, not that of an IDX file", path,
                $"Give an IDX file of {what}, magic number 0000080{dimensions}.");
        }

        if (bytes[2] != UnsignedBytes)
            throw new InputException($"its elements are of type {bytes[2]:X2}, not unsigned bytes (08)", path, "Give a file of unsigned bytes.");
        if (bytes[3] != dimensions)
            throw new InputException($"it has {bytes[3]} dimensions, {what} have {dimensions}", path, $"Give an IDX file of {what}, magic number 0000080{dimensions}.");
        var header = 4 + (4 * dimensions);
        if (bytes.Length < header) throw new InputException($"the header takes {header} bytes, the file has {bytes.Length}", path, "Give the whole file.");
        // As doubles: their product cannot overflow, and one that a file could have is exact.
        var sizes = new double[dimensions];
        var elements = 1.0;
        for (var i = 0; i < dimensions; i++)
        {
            sizes[i] = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(4 + (4 * i)));
            elements *= sizes[i];
        }

        return elements == bytes.Length - header
            ? (Array.ConvertAll(sizes, size => (int)size), bytes.AsMemory(header))
            : throw new InputException(
                $"the header names {string.Join(" x ", sizes)} bytes of {what}, {bytes.Length - header} follow it", path, "Give the whole file, and nothing else.");
    }
}
