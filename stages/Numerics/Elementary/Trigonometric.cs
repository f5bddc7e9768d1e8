namespace Research.Numerics;

public static partial class Elementary
{
    private const double LargestAngle = 1 << 30;

    /// <summary>Sine of an angle in radians, within 0.8 ulp.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The angle is beyond 2^30 in size.</exception>
    public static double Sin(double x)
    {
        if (double.IsNaN(x) || Math.Abs(x) < 1e-9) return x;
        var (quadrant, r, low) = ReduceByHalfPi(x);
        var value = (quadrant & 1) == 0 ? SinOfSum(r, low) : CosOfSum(r, low);
        return (quadrant & 2) == 0 ? value : -value;
    }

    /// <summary>Cosine of an angle in radians, within 0.8 ulp.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The angle is beyond 2^30 in size.</exception>
    public static double Cos(double x)
    {
        if (double.IsNaN(x)) return x;
        var (quadrant, r, low) = ReduceByHalfPi(x);
        var value = (quadrant & 1) == 0 ? CosOfSum(r, low) : SinOfSum(r, low);
        return ((quadrant + 1) & 2) == 0 ? value : -value;
    }

    /// <summary>x = n pi/2 + r + low, |r| at most about pi/4; n modulo 4. Pi/2 enters with 159 bits.</summary>
    private static (int Quadrant, double R, double Low) ReduceByHalfPi(double x)
    {
        if (!(Math.Abs(x) <= LargestAngle))
            throw new ArgumentOutOfRangeException(nameof(x), x, "The angle must lie within 2^30 of 0.");
        var n = Math.Round(x * 0.6366197723675814);
        var first = DoubleDouble.Product(n, 1.5707963267948966);
        var second = DoubleDouble.Product(n, 6.123233995736766e-17);
        // x and the first product agree to within a factor of two, so their difference is exact.
        var r = DoubleDouble.Sum(x - first.High, -first.Low);
        r += new DoubleDouble(-second.High, -second.Low - n * -1.4973849048591698e-33);
        return ((int)n & 3, r.High, r.Low);
    }

    private static double SinOfSum(double r, double low)
    {
        var z = r * r;
        var p = -1.0 / 121645100408832000;
        p = Math.FusedMultiplyAdd(p, z, 1.0 / 355687428096000);
        p = Math.FusedMultiplyAdd(p, z, -1.0 / 1307674368000);
        p = Math.FusedMultiplyAdd(p, z, 1.0 / 6227020800);
        p = Math.FusedMultiplyAdd(p, z, -1.0 / 39916800);
        p = Math.FusedMultiplyAdd(p, z, 1.0 / 362880);
        p = Math.FusedMultiplyAdd(p, z, -1.0 / 5040);
        p = Math.FusedMultiplyAdd(p, z, 1.0 / 120);
        p = Math.FusedMultiplyAdd(p, z, -1.0 / 6);
        return r + Math.FusedMultiplyAdd(r * z, p, low * Math.FusedMultiplyAdd(-0.5, z, 1));
    }

    private static double CosOfSum(double r, double low)
    {
        var z = r * r;
        var p = -1.0 / 6402373705728000;
        p = Math.FusedMultiplyAdd(p, z, 1.0 / 20922789888000);
        p = Math.FusedMultiplyAdd(p, z, -1.0 / 87178291200);
        p = Math.FusedMultiplyAdd(p, z, 1.0 / 479001600);
        p = Math.FusedMultiplyAdd(p, z, -1.0 / 3628800);
        p = Math.FusedMultiplyAdd(p, z, 1.0 / 40320);
        p = Math.FusedMultiplyAdd(p, z, -1.0 / 720);
        p = Math.FusedMultiplyAdd(p, z, 1.0 / 24);
        var half = 0.5 * z;
        var halfLow = 0.5 * Math.FusedMultiplyAdd(r, r, -z);
        var main = 1 - half;
        var mainLow = 1 - main - half - halfLow;
        return main + (mainLow + Math.FusedMultiplyAdd(z * z, p, -r * low));
    }
}
