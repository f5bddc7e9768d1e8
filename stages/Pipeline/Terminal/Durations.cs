using System.Globalization;

namespace Research.Pipeline.Terminal;

/// <summary>Durations as NUKE's users know them.</summary>
internal static class Durations
{
    /// <summary><c>&lt; 1sec</c>, <c>2:41</c> (minutes and seconds) or <c>1:02:41</c>.</summary>
    public static string Format(TimeSpan duration) =>
        duration < TimeSpan.FromSeconds(1) ? "< 1sec" : Clock(duration);

    /// <summary><c>0:09</c>, <c>2:41</c> or <c>1:02:41</c>; fractions of a second are dropped.</summary>
    public static string Clock(TimeSpan duration) => duration < TimeSpan.FromHours(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.Minutes}:{duration.Seconds:00}")
        : string.Create(
            CultureInfo.InvariantCulture, $"{(long)duration.TotalHours}:{duration.Minutes:00}:{duration.Seconds:00}");
}
