namespace Research.Numerics;

/// <summary>What a random 32-bit word becomes (numeric specification num-1, 1.6).</summary>
internal static class PhiloxDraw
{
    public static float UniformSingle(uint word) => (word >> 8) * (1f / (1 << 24));

    public static double UniformDouble(uint word) => (word + 0.5) * (1.0 / (1L << 32));

    public static int Below(int n, uint word) => (int)(((ulong)word * (uint)n) >> 32);
}
