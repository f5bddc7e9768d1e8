namespace Research.Numerics;

public static partial class Elementary
{
    /// <summary>
    /// x^y, within 0.7 ulp (1 ulp where the result is subnormal), with the special values of IEEE 754: 1 for y = 0 or x
    /// = 1, NaN for a negative x with a y that is no integer.
    /// </summary>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1) return 1;
        if (double.IsNaN(x) || double.IsNaN(y)) return double.NaN;
        var size = Math.Abs(x);
        if (size == 1 && double.IsInfinity(y)) return 1;
        var isOdd = IsOddInteger(y);
        if (x < 0 && double.IsFinite(x) && double.IsFinite(y) && Math.Floor(y) != y) return double.NaN;
        var sign = isOdd && double.IsNegative(x) ? -1.0 : 1.0;
        if (size == 0 || double.IsInfinity(size) || double.IsInfinity(y))
            return (size < 1) == (y < 0) ? sign * double.PositiveInfinity : sign * 0;

        var log = LogPair(size);
        var exponent = y * log.High;
        if (exponent > 710) return sign * double.PositiveInfinity;
        if (exponent < -746) return sign * 0;
        var low = Math.FusedMultiplyAdd(y, log.Low, Math.FusedMultiplyAdd(y, log.High, -exponent));
        return sign * ExpOfSum(exponent, low);
    }

    private static bool IsOddInteger(double y)
    {
        var half = 0.5 * y;
        return Math.Floor(y) == y && Math.Floor(half) != half;
    }

    /// <summary>
    /// ln x of a positive finite x to about 2^-95: the series of 2 artanh(f / (2 + f)), its first terms in
    /// double-double.
    /// </summary>
    private static DoubleDouble LogPair(double x)
    {
        var (m, k) = BinaryScale.Split(x);
        var f = m - 1;
        var denominator = DoubleDouble.Sum(2, f);
        var quotient = f / denominator.High;
        var remainder = Math.FusedMultiplyAdd(-quotient, denominator.High, f) - quotient * denominator.Low;
        var s = new DoubleDouble(quotient, remainder / denominator.High);
        var z = s * s;

        var tail = 2.0 / 25;
        tail = Math.FusedMultiplyAdd(tail, z.High, 2.0 / 23);
        tail = Math.FusedMultiplyAdd(tail, z.High, 2.0 / 21);
        tail = Math.FusedMultiplyAdd(tail, z.High, 2.0 / 19);
        tail = Math.FusedMultiplyAdd(tail, z.High, 2.0 / 17);
        tail = Math.FusedMultiplyAdd(tail, z.High, 2.0 / 15);
        tail = Math.FusedMultiplyAdd(tail, z.High, 2.0 / 13);
        tail = Math.FusedMultiplyAdd(tail, z.High, 2.0 / 11);
        tail = Math.FusedMultiplyAdd(tail, z.High, 2.0 / 9);
        var series = z * tail + new DoubleDouble(0.2857142857142857, 1.586032892321652e-17);
        series = z * series + new DoubleDouble(0.4, -2.2204460492503132e-17);
        series = z * series + new DoubleDouble(0.6666666666666666, 3.700743415417188e-17);
        var logOfMantissa = s * 2 + s * (z * series);
        return new DoubleDouble(0.6931471805599453, 2.3190468138462996e-17) * k + logOfMantissa;
    }
}
