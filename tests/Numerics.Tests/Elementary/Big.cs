using System.Globalization;
using System.Numerics;

namespace Research.Numerics.Tests;

/// <summary>
/// A binary floating-point number of 256 bits, for checking double results by arithmetic that shares nothing with the
/// code under test.
/// </summary>
internal readonly record struct Big(BigInteger Mantissa, int Exponent)
{
    private const int Bits = 256;

    public static implicit operator Big(int value) => Round(value, 0);

    public static implicit operator Big(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        return Round(bits < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }

    public static Big operator +(Big a, Big b)
    {
        if (a.Mantissa.IsZero) return b;
        if (b.Mantissa.IsZero) return a;
        if (a.Top > b.Top + 2 * Bits) return a;
        if (b.Top > a.Top + 2 * Bits) return b;
        var exponent = Math.Min(a.Exponent, b.Exponent);
        return Round((a.Mantissa << (a.Exponent - exponent)) + (b.Mantissa << (b.Exponent - exponent)), exponent);
    }

    public static Big operator -(Big a) => new(-a.Mantissa, a.Exponent);

    public static Big operator -(Big a, Big b) => a + -b;

    public static Big operator *(Big a, Big b) => Round(a.Mantissa * b.Mantissa, a.Exponent + b.Exponent);

    public static Big operator /(Big a, Big b) =>
        Round((a.Mantissa << (2 * Bits)) / b.Mantissa, a.Exponent - 2 * Bits - b.Exponent);

    public Big Times2To(int n) => new(Mantissa, Exponent + n);

    /// <summary>Whether the size is below 2^n.</summary>
    public bool IsBelow2To(int n) => Mantissa.IsZero || Top <= n;

    public bool IsNegative => Mantissa.Sign < 0;

    /// <summary>The nearest integer; the value is below 2^31 in size.</summary>
    public int Nearest() => ((int)(Mantissa << (Exponent + 1)) + 1) >> 1;

    public double ToDouble()
    {
        var shift = Math.Max(0, (int)BigInteger.Abs(Mantissa).GetBitLength() - 60);
        return Math.ScaleB((double)(Mantissa >> shift), Exponent + shift);
    }

    /// <summary>How far a double is from this value, in units in the last place of the double.</summary>
    public double UlpsFrom(double value)
    {
        var ulp = Math.Max(Math.ILogB(value == 0 ? double.Epsilon : value), -1022) - 52;
        return Math.Abs((this - value).Times2To(-ulp).ToDouble());
    }

    public override string ToString() => ToDouble().ToString("R", CultureInfo.InvariantCulture);

    private int Top => Exponent + (int)BigInteger.Abs(Mantissa).GetBitLength();

    private static Big Round(BigInteger mantissa, int exponent)
    {
        var excess = (int)BigInteger.Abs(mantissa).GetBitLength() - Bits;
        return excess <= 0 ? new(mantissa, exponent) : new(mantissa >> excess, exponent + excess);
    }
}
