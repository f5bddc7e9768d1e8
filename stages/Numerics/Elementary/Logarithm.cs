namespace Research.Numerics;

public static partial class Elementary
{
    /// <summary>Natural logarithm, within 0.7 ulp; -infinity at 0, NaN below.</summary>
    public static double Log(double x)
    {
        if (!(x > 0)) return x == 0 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(x)) return x;
        var (m, k) = BinaryScale.Split(x);
        return LogOfSum(m - 1, 0, k);
    }

    /// <summary>ln(1 + x), within 0.7 ulp, without cancellation near 0; -infinity at -1, NaN below.</summary>
    public static double Log1p(double x)
    {
        if (!(x > -1)) return x == -1 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(x) || Math.Abs(x) < 5.5e-17) return x;
        var sum = 1 + x;
        var (m, k) = BinaryScale.Split(sum);
        if (k == 0) return LogOfSum(x, 0, 0);
        // What the rounding of 1 + x lost; beyond 2^60 it no longer counts.
        var lost = k > 60 ? 0 : x >= 1 ? 1 - (sum - x) : x - (sum - 1);
        return LogOfSum(m - 1, k > 60 ? 0 : lost * BinaryScale.PowerOfTwo(-k), k);
    }

    /// <summary>
    /// ln((1 + f + low) 2^k) with 1 + f in [sqrt(1/2), sqrt(2)): with s = f / (2 + f), ln(1 + f) = 2 artanh(s) = f -
    /// f^2/2 + s (f^2/2 + R(s^2)), where R is the series of 2 artanh(s)/s - 2. The large terms are added with their
    /// rounding errors.
    /// </summary>
    private static double LogOfSum(double f, double low, int k)
    {
        var s = f / (2 + f);
        var z = s * s;
        var r = 2.0 / 21;
        r = Math.FusedMultiplyAdd(r, z, 2.0 / 19);
        r = Math.FusedMultiplyAdd(r, z, 2.0 / 17);
        r = Math.FusedMultiplyAdd(r, z, 2.0 / 15);
        r = Math.FusedMultiplyAdd(r, z, 2.0 / 13);
        r = Math.FusedMultiplyAdd(r, z, 2.0 / 11);
        r = Math.FusedMultiplyAdd(r, z, 2.0 / 9);
        r = Math.FusedMultiplyAdd(r, z, 2.0 / 7);
        r = Math.FusedMultiplyAdd(r, z, 2.0 / 5);
        r = Math.FusedMultiplyAdd(r, z, 2.0 / 3);
        r *= z;

        var half = 0.5 * f * f;
        var halfLow = Math.FusedMultiplyAdd(0.5 * f, f, -half);
        var main = f - half;
        var mainLow = f - main - half - halfLow;
        var big = k * Log2High;
        var sum = big + main;
        var sumLow = big == 0 ? 0 : big - sum + main;
        var rest = Math.FusedMultiplyAdd(s, half + r, k * Log2Low) + low / (1 + f);
        return sum + (sumLow + mainLow + rest);
    }
}
