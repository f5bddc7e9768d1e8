namespace Research.Numerics;

/// <summary>Exact scaling by powers of two, through the exponent bits.</summary>
internal static class BinaryScale
{
    /// <summary>Bits of the double next to sqrt(1/2): the cut between two binades of a logarithm's argument.</summary>
    private const long SqrtHalfBits = 0x3FE6A09E667F3BCD;

    /// <summary>2^n for n in [-1022, 1023].</summary>
    public static double PowerOfTwo(int n) => BitConverter.Int64BitsToDouble((long)(n + 1023) << 52);

    /// <summary>x 2^n for n in [-1100, 1100]: exact, except that a subnormal result is rounded once.</summary>
    public static double Scale(double x, int n)
    {
        var half = n / 2;
        return x * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <summary>Writes a positive finite x as m 2^k with m in [sqrt(1/2), sqrt(2)).</summary>
    public static (double Mantissa, int Exponent) Split(double x)
    {
        var offset = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0;
            offset = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        var k = (int)((bits - SqrtHalfBits) >> 52);
        return (BitConverter.Int64BitsToDouble(bits - ((long)k << 52)), k + offset);
    }
}
