namespace Research.Numerics;

public static partial class Elementary
{
    /// <summary>
    /// ln(sum of e^x) over the values, in their order, without overflow; -infinity for no values or if all are
    /// -infinity.
    /// </summary>
    public static double LogSumExp(ReadOnlySpan<double> values)
    {
        var largest = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (double.IsNaN(value)) return value;
            if (value > largest) largest = value;
        }

        if (double.IsInfinity(largest)) return largest;
        var sum = 0.0;
        foreach (var value in values) sum += Exp(value - largest);
        return largest + Log(sum);
    }
}
