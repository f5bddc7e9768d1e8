namespace Research.Numerics.Statistics;

/// <summary>Inverse of a monotone function by halving, down to neighboring doubles.</summary>
public static class Bisection
{
    /// <summary>A place in [low, high] where the increasing function passes the target.</summary>
    public static double Solve(Func<double, double> increasing, double target, double low, double high)
    {
        while (true)
        {
            var middle = low + 0.5 * (high - low);
            if (middle <= low || middle >= high) return middle;
            if (increasing(middle) < target) low = middle;
            else high = middle;
        }
    }
}
