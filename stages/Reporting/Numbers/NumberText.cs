using System.Globalization;
using Research.Tables;

namespace Research.Reporting.Numbers;

/// <summary>Numbers as a reader sees them: as many digits as their interval bears.</summary>
public static class NumberText
{
    private const char Minus = '\u2212';
    private const char NarrowSpace = '\u202F';
    private const char NoBreakSpace = '\u00A0';
    private const int DigitsWithoutInterval = 3;

    /// <summary>
    /// <c>−1.32 [−1.45, −1.20] per example</c>, <c>97.1 % [96.0, 98.2]</c>, <c>0 of 4,000 prompts</c>.
    /// </summary>
    public static string Full(Number number)
    {
        var interval = Interval(number);
        var unit = Unit(number);
        return Value(number) + (interval.Length > 0 ? $" {interval}" : "") + (unit.Length > 0 ? $" {unit}" : "");
    }

    /// <summary>
    /// The value without interval; with its percent sign if the unit is a share, with its total if it is a count.
    /// </summary>
    public static string Value(Number number)
    {
        if (Counts(number)) return $"{Whole(number.Value)} of {Whole(number.N)}";
        return IsShare(number)
            ? $"{Decimal(100 * number.Value, Decimals(number, 100))}{NarrowSpace}%"
            : Decimal(number.Value, Decimals(number, 1));
    }

    /// <summary>The interval in brackets; empty if there is none.</summary>
    public static string Interval(Number number)
    {
        if (number.Low is not { } low || number.High is not { } high) return "";
        var scale = IsShare(number) ? 100 : 1;
        var decimals = Decimals(number, scale);
        return $"[{Decimal(scale * low, decimals)},{NoBreakSpace}{Decimal(scale * high, decimals)}]";
    }

    /// <summary>
    /// The unit behind the value; empty for a pure number, and for a share, whose percent sign is part of the value.
    /// </summary>
    public static string Unit(Number number)
        => IsShare(number) || number.Unit.Length == 0 ? "" : Counts(number) ? number.Unit["of ".Length..] : number.Unit;

    /// <summary>Everything there is to know about a number, at full precision.</summary>
    public static string Precise(Number number)
    {
        var interval = number is { Low: { } low, High: { } high }
            ? $"95 % interval {Exact(low)} to {Exact(high)}"
            : "no interval";
        var unit = number.Unit.Length > 0 ? $" {number.Unit}" : "";
        return $"{number.Id} = {Exact(number.Value)}{unit}, {interval}, n = {number.N}";
    }

    /// <summary>A plain number of a table: whole if it is whole, else four significant digits.</summary>
    public static string Short(double value)
        => value == Math.Floor(value) && Math.Abs(value) < 1e9 ? Whole(value) : Decimal(value, DecimalsFor(value, 4));

    /// <summary>
    /// Decimals that suit all numbers of a column: four significant digits of the largest, without zeros that all would
    /// end in.
    /// </summary>
    internal static int DecimalsOf(IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).ToList();
        if (finite.Count == 0) return 0;
        var decimals = Math.Clamp(DecimalsFor(finite.Max(Math.Abs), 4), 0, 6);
        while (decimals > 0 && finite.TrueForAll(EndsInZero)) decimals--;
        return decimals;

        bool EndsInZero(double value) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture).EndsWith('0');
    }

    /// <summary>
    /// A number in a column with so many decimals; one that they do not suffice for, as a power of ten; nothing as 0.
    /// </summary>
    internal static string InColumn(double value, int decimals)
    {
        if (value == 0) return "0";
        var lost = Math.Abs(Math.Round(value, decimals) - value);
        return lost > 0.02 * Math.Abs(value) ? PowerOfTen(value, 1) : Decimal(value, decimals);
    }

    /// <summary>A number that reads back to the same bits.</summary>
    internal static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    // A count's unit says so: "of tuples".
    private static bool Counts(Number number) => number.Unit.StartsWith("of ", StringComparison.Ordinal);

    private static bool IsShare(Number number) => number.Unit == "share";

    // Two digits of the interval's half width; without interval, of the value itself.
    private static int Decimals(Number number, double scale)
    {
        var halfWidth = number.Low is { } low && number.High is { } high ? scale * (high - low) / 2 : 0;
        return halfWidth > 0 ? DecimalsFor(halfWidth, 2) : DecimalsFor(scale * number.Value, DigitsWithoutInterval);
    }

    private static int DecimalsFor(double value, int digits)
    {
        if (value == 0 || !double.IsFinite(value)) return 0;
        return digits - 1 - Exponent(value);
    }

    private static int Exponent(double value)
    {
        var text = value.ToString("E3", CultureInfo.InvariantCulture);
        var exponent = text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1);
        return int.Parse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    /// <summary>A number with so many decimals; beyond six, as a power of ten, which reads better.</summary>
    internal static string Decimal(double value, int decimals)
    {
        if (!double.IsFinite(value)) return value.ToString(CultureInfo.InvariantCulture);
        if (decimals > 6 && value != 0) return PowerOfTen(value, Math.Clamp(decimals + Exponent(value), 0, 6));
        return Signed(value.ToString($"N{Math.Clamp(decimals, 0, 6)}", CultureInfo.InvariantCulture));
    }

    private static string PowerOfTen(double value, int decimals)
    {
        var mantissa = value.ToString($"E{decimals}", CultureInfo.InvariantCulture);
        return Signed($"{mantissa[..mantissa.IndexOf('E', StringComparison.Ordinal)]} × 10{Superscript(Exponent(value))}");
    }

    private static string Whole(double value) => Signed(value.ToString("N0", CultureInfo.InvariantCulture));

    private static string Signed(string text) => text.Replace('-', Minus);

    private static string Superscript(int exponent)
        => string.Concat(exponent.ToString(CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
}
