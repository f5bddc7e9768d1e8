using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Research.Numerics.Tests.Reference;

/// <summary>Fill pattern and hashes of the published answers of <c>num-1</c>.</summary>
internal static class KnownAnswers
{
    /// <summary>Numbers in [-1, 1) from a linear congruential recurrence, exact in float.</summary>
    public static float[] Fill(int length, uint seed)
    {
        var values = new float[length];
        for (var i = 0; i < length; i++)
        {
            seed = (seed * 1664525u) + 1013904223u;
            values[i] = ((int)(seed >> 8) - 8388608) / 8388608f;
        }

        return values;
    }

    /// <summary>Bit patterns over the whole range of floats, NaN replaced by 0.</summary>
    public static float[] AnyBits(int length, uint seed)
    {
        var values = new float[length];
        for (var i = 0; i < length; i++)
        {
            seed = (seed * 1664525u) + 1013904223u;
            var value = BitConverter.UInt32BitsToSingle(seed ^ (seed >> 9));
            values[i] = float.IsNaN(value) ? 0f : value;
        }

        return values;
    }

    /// <summary>FNV-1a, 64 bit, over the little-endian bytes.</summary>
    public static string Fnv(ReadOnlySpan<float> values)
    {
        var hash = 0xCBF29CE484222325ul;
        foreach (var b in MemoryMarshal.AsBytes(values))
            hash = (hash ^ b) * 0x100000001B3ul;
        return hash.ToString("X16", CultureInfo.InvariantCulture);
    }

    /// <summary>SHA-256 over the little-endian bytes, hexadecimal.</summary>
    public static string Sha(ReadOnlySpan<float> values) => Convert.ToHexString(
        SHA256.HashData(MemoryMarshal.AsBytes(values)));
}
