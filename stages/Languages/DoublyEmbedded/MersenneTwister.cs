namespace Research.Languages.DoublyEmbedded;

/// <summary>
/// The generator MT19937 (Matsumoto and Nishimura 1998), as NumPy's legacy generator seeds and reads it. Only for the
/// letter chains of the author's languages; everything else draws from Philox.
/// </summary>
internal sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Shift = 397;

    private readonly uint[] state = new uint[Size];
    private int next = Size;

    /// <summary>Seeds by the standard's initialization with one integer.</summary>
    public MersenneTwister(uint seed)
    {
        state[0] = seed;
        for (var i = 1u; i < Size; i++) state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >> 30)) + i;
    }

    /// <summary>The next 32 bits.</summary>
    public uint UInt32()
    {
        if (next == Size) Twist();
        var y = state[next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >> 18);
    }

    /// <summary>Uniform in [0, 1) with 53 bits, from two draws.</summary>
    public double Uniform()
    {
        var high = UInt32() >> 5;
        var low = UInt32() >> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    private void Twist()
    {
        for (var i = 0; i < Size; i++)
        {
            var joined = (state[i] & 0x80000000) | (state[(i + 1) % Size] & 0x7FFFFFFF);
            state[i] = state[(i + Shift) % Size] ^ (joined >> 1) ^ ((joined & 1) * 0x9908B0DF);
        }

        next = 0;
    }
}
