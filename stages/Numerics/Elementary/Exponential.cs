namespace Research.Numerics;

/// <summary>
/// Elementary functions that return the same bits on every machine: built from +, -, *, /, sqrt, fused multiply-add and
/// operations on the bits of a number, in a fixed order. A stated error bound is in units in the last place (ulp) of
/// the result, measured against 256-bit arithmetic; NaN gives NaN.
/// </summary>
public static partial class Elementary
{
    private const double InverseLog2 = 1.4426950408889634;

    // ln 2 in two parts; the first has 32 significant bits, so that its product with an exponent is exact.
    private const double Log2High = 0.6931471803691238;
    private const double Log2Low = 1.9082149292705877e-10;

    /// <summary>
    /// e^x, within 0.7 ulp (1 ulp where the result is subnormal); +infinity above 709.79, 0 below -745.14.
    /// </summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x)) return x;
        return x > 710 ? double.PositiveInfinity : x < -746 ? 0 : ExpOfSum(x, 0);
    }

    /// <summary>e^x - 1, within 1.2 ulp, without cancellation near 0.</summary>
    public static double Expm1(double x)
    {
        if (double.IsNaN(x) || Math.Abs(x) < 5.5e-17) return x;
        if (x > 710) return double.PositiveInfinity;
        if (x < -40) return -1;
        var (n, r, low) = ReduceByLog2(x, 0);
        var tail = Math.FusedMultiplyAdd(r * r, ExpTail(r), low);
        if (n == 0) return r + tail;

        var sum = 1 + r;
        var rest = r - (sum - 1) + tail;
        if (n > 60) return BinaryScale.Scale(sum + rest, n);
        var scale = BinaryScale.PowerOfTwo(n);
        var high = sum * scale;
        var difference = high - 1;
        var lost = n > 0 ? high - difference - 1 : high - (difference + 1);
        return difference + (lost + rest * scale);
    }

    /// <summary>e^(x + low) for x in [-746, 710] and low below an ulp of x, rounded once at the end.</summary>
    private static double ExpOfSum(double x, double low)
    {
        var (n, r, rLow) = ReduceByLog2(x, low);
        var sum = 1 + r;
        var rest = r - (sum - 1) + Math.FusedMultiplyAdd(r * r, ExpTail(r), rLow);
        return BinaryScale.Scale(sum + rest, n);
    }

    /// <summary>x + low = n ln 2 + r + rLow with |r| at most 0.347.</summary>
    private static (int N, double R, double RLow) ReduceByLog2(double x, double low)
    {
        var n = Math.Round(x * InverseLog2);
        var high = Math.FusedMultiplyAdd(-n, Log2High, x);
        var correction = Math.FusedMultiplyAdd(-n, Log2Low, low);
        var r = high + correction;
        return ((int)n, r, high - r + correction);
    }

    /// <summary>
    /// (e^r - 1 - r) / r^2 by its Taylor series; the first term left out is below 2^-58 of the result's ulp scale.
    /// </summary>
    private static double ExpTail(double r)
    {
        var p = 1.0 / 87178291200;
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 6227020800);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 479001600);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 39916800);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 3628800);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 362880);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 40320);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 5040);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 720);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 120);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 24);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 6);
        return Math.FusedMultiplyAdd(p, r, 0.5);
    }
}
