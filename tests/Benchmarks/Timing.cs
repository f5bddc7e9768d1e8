using System.Diagnostics;

namespace Research.Benchmarks;

/// <summary>Best time of many repeats: what the machine can do when nobody disturbs it.</summary>
/// <param name="patience">Seconds after which no new repeat begins.</param>
internal sealed class Timing(double patience)
{
    // Long enough that the peer's waiting threads have gone to sleep for most of them.
    private const int RepeatsInARow = 5;

    /// <summary>Seconds of one call.</summary>
    public double Best(Action action)
    {
        action();
        action();
        var best = double.PositiveInfinity;
        var begin = Stopwatch.GetTimestamp();
        do
            best = Math.Min(best, BestInARow(action, RepeatsInARow));
        while (Stopwatch.GetElapsedTime(begin).TotalSeconds < patience);
        return best;
    }

    /// <summary>Seconds of one call of either, in turns: both meet the same machine.</summary>
    public (double First, double Second) BestOfBoth(Action first, Action second)
    {
        first();
        second();
        var best = (First: double.PositiveInfinity, Second: double.PositiveInfinity);
        var begin = Stopwatch.GetTimestamp();
        do
        {
            best.First = Math.Min(best.First, BestInARow(first, RepeatsInARow));
            best.Second = Math.Min(best.Second, BestInARow(second, RepeatsInARow));
        }
        while (Stopwatch.GetElapsedTime(begin).TotalSeconds < 2 * patience);
        return best;
    }

    /// <summary>Median seconds of either, in turns: what a call takes when threads get into each other's way, too.</summary>
    public (double First, double Second) MedianOfBoth(Action first, Action second)
    {
        var seconds = (First: new List<double>(), Second: new List<double>());
        first();
        second();
        var begin = Stopwatch.GetTimestamp();
        do
        {
            for (var repeat = 0; repeat < RepeatsInARow; repeat++)
                seconds.First.Add(BestInARow(first, 1));
            for (var repeat = 0; repeat < RepeatsInARow; repeat++)
                seconds.Second.Add(BestInARow(second, 1));
        }
        while (Stopwatch.GetElapsedTime(begin).TotalSeconds < 20 * patience);
        return (seconds.First.Order().ElementAt(seconds.First.Count / 2), seconds.Second.Order().ElementAt(seconds.Second.Count / 2));
    }

    /// <summary>As <see cref="BestOfBoth"/>, for calls that take long: a few turns of one call each.</summary>
    public (double First, double Second) BestOfFew(Action first, Action second)
    {
        first();
        second();
        var best = (First: double.PositiveInfinity, Second: double.PositiveInfinity);
        for (var turn = 0; turn < (patience > 0 ? 3 : 1); turn++)
        {
            best.First = Math.Min(best.First, BestInARow(first, 1));
            best.Second = Math.Min(best.Second, BestInARow(second, 1));
        }

        return best;
    }

    private static double BestInARow(Action action, int repeats)
    {
        var best = double.PositiveInfinity;
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }
}
