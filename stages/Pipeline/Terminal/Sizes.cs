using System.Globalization;

namespace Research.Pipeline.Terminal;

/// <summary>Amounts of bytes.</summary>
internal static class Sizes
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary>Two or three digits in decimal units: <c>412 MB</c>, <c>1.3 GB</c>.</summary>
    public static string Format(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);
        while (value >= 999.5 && unit < Units.Length - 1)
            (value, unit) = (value / 1000, unit + 1);
        return value.ToString(value < 9.95 && unit > 0 ? "0.0" : "0", CultureInfo.InvariantCulture) + " " + Units[unit];
    }
}
