namespace Research.Numerics.Reference;

/// <summary>
/// Elementary functions of kernels (rule S6): fixed sequences of IEEE operations in single precision, the same bits on
/// every processor.
/// </summary>
public static class FloatFunctions
{
    /// <summary>
    /// e^x; largest error 1.011 ulp over all floats in [-87, 88]. It saturates: every x ≤ -87 gives 1.6458e-38 (never
    /// 0), every x ≥ 88 gives 1.6516e38 (never infinity); Exp(0) is exactly 1. Coefficients: Cephes, expf.
    /// </summary>
    public static float Exp(float x)
    {
        x = x < -87f ? -87f : x;
        x = x > 88f ? 88f : x;
        // 1.5·2^23 pushes the fraction out: the sum holds the nearest integer n in its low bits.
        var shifted = ExactFma.Compute(x, 1.44269504088896341f, 12582912f);
        var n = BitConverter.SingleToInt32Bits(shifted) - 0x4B400000;
        var f = shifted - 12582912f;
        var r = ExactFma.Compute(f, -0.693359375f, x);
        r = ExactFma.Compute(f, 2.12194440e-4f, r);
        var p = 1.9875691500e-4f;
        p = ExactFma.Compute(p, r, 1.3981999507e-3f);
        p = ExactFma.Compute(p, r, 8.3334519073e-3f);
        p = ExactFma.Compute(p, r, 4.1665795894e-2f);
        p = ExactFma.Compute(p, r, 1.6666665459e-1f);
        p = ExactFma.Compute(p, r, 5.0000001201e-1f);
        p = ExactFma.Compute(p, r * r, r);
        p += 1f;
        return p * BitConverter.Int32BitsToSingle((n + 127) << 23);
    }

    /// <summary>
    /// Natural logarithm; largest error 0.854 ulp over all positive floats, denormals included; Log(1) is exactly +0,
    /// Log(±0) is -infinity, a negative x gives NaN. With x = m·2^n, m in [2/3, 4/3), f = m - 1:
    /// log x = n log 2 + f - f²/2 + f³P(f), P the minimax polynomial of degree 7 for relative error.
    /// </summary>
    public static float Log(float x)
    {
        if (!(x > 0f) || float.IsPositiveInfinity(x))
            return x == 0f ? float.NegativeInfinity : x > 0f ? x : float.NaN;
        var offset = 0f;
        if (x < 1.17549435e-38f)
        {
            x *= 33554432f;
            offset = -25f;
        }

        var bits = BitConverter.SingleToInt32Bits(x);
        var exponent = (bits - 0x3F2AAAAB) >> 23;
        var f = BitConverter.Int32BitsToSingle(bits - (exponent << 23)) - 1f;
        var n = exponent + offset;
        var p = -0.128916862037f;
        p = ExactFma.Compute(p, f, 0.139844367597f);
        p = ExactFma.Compute(p, f, -0.121842608602f);
        p = ExactFma.Compute(p, f, 0.140058689542f);
        p = ExactFma.Compute(p, f, -0.166804873492f);
        p = ExactFma.Compute(p, f, 0.200104059252f);
        p = ExactFma.Compute(p, f, -0.249997976732f);
        p = ExactFma.Compute(p, f, 0.333332159823f);
        var f2 = f * f;
        var t = ExactFma.Compute(p * f, f2, -0.5f * f2);
        t = ExactFma.Compute(n, -2.12194440e-4f, t);
        return ExactFma.Compute(n, 0.693359375f, f + t);
    }
}
