using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using Research.Numerics.Devices;

namespace Research.Learning.Auditing;

/// <summary>
/// SHA-256 of a sequence of values: integers and floating-point numbers as their little-endian bits, every NaN as the one with
/// the bits 0x7FC00000, texts in UTF-8 after their length in bytes. A NaN's other bits differ between processors.
/// </summary>
internal sealed class Sha256Writer : IDisposable
{
    // Small enough to stay in a core's cache between the copy and the hash, so that the copy costs next to nothing.
    private const int Staged = 16 * 1024;

    private static readonly float CanonicalNaN = BitConverter.UInt32BitsToSingle(0x7FC0_0000);

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <param name="purpose">What the digest is of: digests of different things never agree.</param>
    public Sha256Writer(string purpose) => Add(purpose);

    public void Add(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }

    public void Add(double value) => Add(BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? CanonicalNaN : value));

    public void Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add((long)bytes.Length);
        hash.AppendData(bytes);
    }

    public void Add(ReadOnlySpan<int> values) => hash.AppendData(MemoryMarshal.AsBytes(values));

    /// <summary>The numbers of a device's buffer, piece by piece.</summary>
    public void Add(FloatBuffer buffer)
    {
        var staging = new float[Math.Min(Staged, buffer.Length)];
        for (var offset = 0; offset < buffer.Length; offset += Staged)
        {
            var piece = staging.AsSpan(0, Math.Min(Staged, buffer.Length - offset));
            buffer.Read(piece, offset);
            AddStaged(piece);
        }
    }

    /// <summary>The numbers of host memory, piece by piece.</summary>
    public void Add(ReadOnlySpan<float> values)
    {
        var staging = new float[Math.Min(Staged, values.Length)];
        for (var offset = 0; offset < values.Length; offset += Staged)
        {
            var piece = staging.AsSpan(0, Math.Min(Staged, values.Length - offset));
            values.Slice(offset, piece.Length).CopyTo(piece);
            AddStaged(piece);
        }
    }

    /// <summary>The digest, in lower-case hexadecimal digits.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    private void AddStaged(Span<float> piece)
    {
        Canonicalize(piece);
        hash.AppendData(MemoryMarshal.AsBytes(piece));
    }

    private static void Canonicalize(Span<float> piece)
    {
        var start = 0;
        for (; start <= piece.Length - Vector256<float>.Count; start += Vector256<float>.Count)
        {
            var numbers = Vector256.Create<float>(piece.Slice(start, Vector256<float>.Count));
            if (!Vector256.EqualsAll(numbers, numbers))
            {
                break;
            }
        }

        foreach (ref var number in piece[start..])
        {
            number = float.IsNaN(number) ? CanonicalNaN : number;
        }
    }
}
