using System.Diagnostics;

namespace Research.Benchmarks;

/// <summary>Best time of many repeats: what the machine can do when nobody disturbs it.</summary>
internal static class Timing
{
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(150);

    /// <summary>Seconds of one call.</summary>
    public static double Best(Action action)
    {
        action();
        action();
        var best = double.PositiveInfinity;
        var begin = Stopwatch.GetTimestamp();
        for (var repeat = 0; repeat < 5 || Stopwatch.GetElapsedTime(begin) < Budget; repeat++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }
}
