using Research.Numerics;

namespace Research.Conformance.Cases;

/// <summary>The numbers that a case feeds to a kernel: draws of Philox, keyed by the case, so that they are the same everywhere.</summary>
/// <param name="key">Name of the case.</param>
internal sealed class CaseNumbers(string key)
{
    private const int RunLength = 16;

    private static readonly float[] Powers = [1e-20f, 1e-15f, 1e-10f, 1e-6f, 1e-3f, 1e-1f, 1f, 1e1f, 1e3f];

    private readonly Philox philox = new(seed: 1, key);
    private uint tensor;

    /// <summary>So many numbers of a kind.</summary>
    public float[] Floats(int length, Numbers kind = Numbers.Uniform)
    {
        var draws = new PhiloxStream(philox, tensor: tensor++);
        var numbers = new float[length];
        for (var i = 0; i < length; i++)
        {
            var uniform = (draws.Below(1 << 24) - (1 << 23)) / (float)(1 << 23);
            var choice = draws.Below(1 << 24);
            numbers[i] = kind switch
            {
                Numbers.Zeros => i / RunLength % 2 == 0 ? (choice % 2 == 0 ? 0f : -0f) : uniform,
                Numbers.Denormal => BitConverter.Int32BitsToSingle((choice & 0x7FFFFF) | (choice < 1 << 23 ? int.MinValue : 0)),
                Numbers.Underflow => uniform * (choice % 3 == 0 ? 1e-22f : choice % 3 == 1 ? 1e-25f : 1e-30f),
                Numbers.Large => uniform * 1e18f,
                Numbers.Wide => uniform * Powers[choice % Powers.Length],
                _ => uniform,
            };
        }

        return numbers;
    }

    /// <summary>So many integers in [minimum, limit).</summary>
    public int[] Integers(int length, int minimum, int limit)
    {
        var draws = new PhiloxStream(philox, tensor: tensor++);
        var numbers = new int[length];
        for (var i = 0; i < length; i++) numbers[i] = minimum + draws.Below(limit - minimum);
        return numbers;
    }
}
