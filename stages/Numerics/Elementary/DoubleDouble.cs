namespace Research.Numerics;

/// <summary>
/// An unevaluated sum of two doubles, |Low| at most half an ulp of High: about 106 bits (Dekker 1971).
/// </summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    /// <summary>a + b exactly.</summary>
    public static DoubleDouble Sum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return new(sum, a - (sum - part) + (b - part));
    }

    /// <summary>a b exactly, unless it underflows.</summary>
    public static DoubleDouble Product(double a, double b)
    {
        var product = a * b;
        return new(product, Math.FusedMultiplyAdd(a, b, -product));
    }

    /// <summary>Sum, to about 2^-104 unless the terms cancel.</summary>
    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var sum = Sum(a.High, b.High);
        return Renormalized(sum.High, sum.Low + (a.Low + b.Low));
    }

    /// <summary>Product, to about 2^-102.</summary>
    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var product = Product(a.High, b.High);
        return Renormalized(product.High, product.Low + (a.High * b.Low + a.Low * b.High));
    }

    /// <summary>Product, to about 2^-104.</summary>
    public static DoubleDouble operator *(DoubleDouble a, double b)
    {
        var product = Product(a.High, b);
        return Renormalized(product.High, Math.FusedMultiplyAdd(a.Low, b, product.Low));
    }

    private static DoubleDouble Renormalized(double high, double low)
    {
        var sum = high + low;
        return new(sum, high - sum + low);
    }
}
