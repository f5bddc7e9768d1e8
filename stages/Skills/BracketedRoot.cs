namespace Research.Skills;

/// <summary>The root of a continuous function between two places where its signs differ.</summary>
internal static class BracketedRoot
{
    /// <summary>
    /// Halves the bracket until its ends are neighboring doubles, at most some 1,100 times and usually about 60; the sign
    /// alone decides, so that the root has the same bits everywhere.
    /// </summary>
    /// <param name="function">A continuous function.</param>
    /// <param name="low">A place where it has one sign.</param>
    /// <param name="high">A place above it where it has the other, or is 0.</param>
    /// <exception cref="ArgumentException">The signs at the ends do not differ: there need not be a root.</exception>
    public static double Find(Func<double, double> function, double low, double high)
    {
        var (atLow, atHigh) = (function(low), function(high));
        if (atLow == 0) return low;
        if (atHigh == 0) return high;
        if (!(atLow < 0 ? atHigh > 0 : atHigh < 0))
            throw new ArgumentException($"The function is {atLow} and {atHigh} at the ends of [{low}, {high}]: no root is bracketed.", nameof(function));
        while (true)
        {
            var middle = low + 0.5 * (high - low);
            if (middle <= low || middle >= high) return middle;
            var at = function(middle);
            if (at == 0) return middle;
            if (at < 0 == atLow < 0) low = middle;
            else high = middle;
        }
    }
}
