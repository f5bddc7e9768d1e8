using Research.Numerics;

namespace Research.Skills.Bounds;

/// <summary>Entropy and divergence of a coin, in nats.</summary>
internal static class Information
{
    /// <summary>H(x) = -x ln x - (1 - x) ln(1 - x); 0 at 0 and 1.</summary>
    public static double Entropy(double x) => Term(x, x) + Term(1 - x, 1 - x);

    /// <summary>KL(a || b) = a ln(a / b) + (1 - a) ln((1 - a) / (1 - b)) for b in (0, 1); ln(1 / b) at a = 1.</summary>
    public static double Divergence(double a, double b) => Term(a, b) + Term(1 - a, 1 - b) - Term(a, a) - Term(1 - a, 1 - a);

    /// <summary>-x ln y, 0 for x = 0.</summary>
    private static double Term(double x, double y) => x == 0 ? 0 : -x * Elementary.Log(y);
}
