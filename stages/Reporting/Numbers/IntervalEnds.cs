using Research.Tables;

namespace Research.Reporting.Numbers;

/// <summary>The ends that a rule compares with its thresholds: cautious where a number has an interval.</summary>
internal static class IntervalEnds
{
    /// <summary>The lower end of the interval; the value itself where there is none.</summary>
    public static double Lower(this Number number) => number.Low ?? number.Value;

    /// <summary>The upper end of the interval; the value itself where there is none.</summary>
    public static double Upper(this Number number) => number.High ?? number.Value;
}
