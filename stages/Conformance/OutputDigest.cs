using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Research.Conformance.Cases;

namespace Research.Conformance;

/// <summary>SHA-256 over the outputs of many cases: names, lengths and little-endian bits.</summary>
internal sealed class OutputDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds what a case wrote.</summary>
    public void Add(string name, IReadOnlyList<CaseOutput> outputs)
    {
        foreach (var (output, bits) in outputs)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{output} {bits.Length}\n"));
            hash.AppendData(MemoryMarshal.AsBytes(bits.AsSpan()));
        }
    }

    /// <summary>The digest in hexadecimal.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();
}
