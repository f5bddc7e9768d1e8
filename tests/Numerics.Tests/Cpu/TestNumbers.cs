namespace Research.Numerics.Tests.Cpu;

/// <summary>Repeatable test numbers.</summary>
internal sealed class TestNumbers(uint seed)
{
    private ulong state = ((ulong)seed << 20) + 0x9E3779B97F4A7C15ul;

    public uint Next()
    {
        state = (state * 6364136223846793005ul) + 1442695040888963407ul;
        return (uint)(state >> 32);
    }

    /// <summary>An integer in [minimum, limit).</summary>
    public int Next(int minimum, int limit) => minimum + (int)(Next() % (uint)(limit - minimum));

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Next(0, choices.Length)];

    public float Uniform() => (Next() >> 8) * (2f / 16777216f) - 1f;

    public float[] Floats(int length, Values values = Values.Uniform)
    {
        var numbers = new float[length];
        var run = 0;
        for (var i = 0; i < length; i++)
        {
            if (run-- == 0)
                run = Next(1, 40);
            numbers[i] = values switch
            {
                Values.Zeros => run % 16 < 8 ? Pick(0f, -0f) : Uniform(),
                Values.Denormal => BitConverter.UInt32BitsToSingle((Next() & 0x807FFFFFu) >> (int)(Next() % 2)),
                Values.Underflow => Uniform() * Pick(1e-22f, 1e-25f, 1e-30f),
                Values.Large => Uniform() * 1e18f,
                Values.Wide => Uniform() * MathF.Pow(10f, Next(-20, 4)),
                _ => Uniform(),
            };
        }

        return numbers;
    }

    public int[] Integers(int length, int minimum, int limit)
    {
        var numbers = new int[length];
        for (var i = 0; i < length; i++)
            numbers[i] = Next(minimum, limit);
        return numbers;
    }
}
