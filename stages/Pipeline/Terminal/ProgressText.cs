using System.Globalization;
using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Terminal;

/// <summary>Progress in words: <c>61 %  loss 1.043  71k tok/s  0:09 left</c>.</summary>
internal static class ProgressText
{
    /// <summary>The parts that are known, in this order: percent, note, rate, time left.</summary>
    public static IReadOnlyList<string> Parts(ProgressReading reading) =>
        [.. new[] { Percent(reading), reading.Note, Rate(reading), Left(reading) }.Where(part => part.Length > 0)];

    public static string Percent(ProgressReading reading) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(reading.Share * 100)} %");

    /// <summary>Two or three digits and the unit: <c>71k tok/s</c>; empty if not known.</summary>
    public static string Rate(ProgressReading reading)
    {
        if (reading.Rate <= 0)
            return "";
        var (value, suffix) = reading.Rate switch
        {
            >= 1e9 => (reading.Rate / 1e9, "G"),
            >= 1e6 => (reading.Rate / 1e6, "M"),
            >= 1e3 => (reading.Rate / 1e3, "k"),
            _ => (reading.Rate, ""),
        };
        var digits = value.ToString(value < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
        return $"{digits}{suffix} {reading.Unit}/s";
    }

    public static string Left(ProgressReading reading) =>
        reading.Left is { } left ? $"{Durations.Clock(left)} left" : "";
}
