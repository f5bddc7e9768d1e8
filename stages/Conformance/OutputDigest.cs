using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Research.Conformance;

/// <summary>SHA-256 over the outputs of many cases: names, lengths and little-endian bits.</summary>
internal sealed class OutputDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds what a case wrote. A NaN counts as one NaN, since its bits are the processor's own.</summary>
    public void Add(string name, IReadOnlyList<(string Name, float[] Values)> outputs)
    {
        foreach (var (output, values) in outputs)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{output} {values.Length}\n"));
            hash.AppendData(MemoryMarshal.AsBytes(Array.ConvertAll(values, Canonical).AsSpan()));
        }
    }

    /// <summary>The bits that are compared.</summary>
    public static int Canonical(float value) => float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToInt32Bits(value);

    /// <summary>The digest in hexadecimal.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();
}
