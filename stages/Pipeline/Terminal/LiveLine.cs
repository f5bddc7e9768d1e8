using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Terminal;

/// <summary>
/// The line of a running job: name, bar, percent, note, rate, time left; cut to the width of the terminal.
/// </summary>
/// <param name="Label">The name, padded.</param>
/// <param name="Done">The part of the bar that is done.</param>
/// <param name="Rest">The part of the bar that is not.</param>
/// <param name="Tail">What stands behind the bar.</param>
internal sealed record LiveLine(string Label, string Done, string Rest, string Tail)
{
    private const int LongestLabel = 44;
    private const int BarWidth = 24;

    /// <summary>Lays out a line.</summary>
    /// <param name="label">The name of the job.</param>
    /// <param name="labelWidth">Width of the longest name shown.</param>
    /// <param name="reading">How far the job is; null if it says nothing.</param>
    /// <param name="elapsed">How long it runs.</param>
    /// <param name="width">Characters that fit in a line.</param>
    public static LiveLine Of(string label, int labelWidth, ProgressReading? reading, TimeSpan elapsed, int width)
    {
        labelWidth = Math.Min(labelWidth, Math.Min(LongestLabel, Math.Max(width / 3, 8)));
        var done = (int)((reading?.Share ?? 0) * BarWidth);
        var tail = reading is null
            ? $"  {Durations.Clock(elapsed)}"
            : "  " + string.Join("  ", ProgressText.Parts(reading)).PadLeft(4);
        return new LiveLine(
            Cut(label, labelWidth).PadRight(labelWidth) + "  ",
            new string('━', done),
            new string('━', BarWidth - done),
            Cut(tail, Math.Max(width - labelWidth - 2 - BarWidth, 0)));
    }

    private static string Cut(string text, int width) =>
        text.Length <= width ? text : width == 0 ? "" : text[..(width - 1)] + "…";
}
