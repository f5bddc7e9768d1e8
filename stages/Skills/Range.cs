using System.Globalization;
using Research.Jobs;

namespace Research.Skills;

/// <summary>Refuses quantities out of their range, in the words of whoever gave them.</summary>
internal static class Range
{
    /// <summary>A share that is neither nothing nor everything: in (0, 1).</summary>
    /// <exception cref="InputException">It is not.</exception>
    public static double Fraction(double value, string name) => value is > 0 and < 1
        ? value
        : throw Wrong(value, name, "lies between 0 and 1, both excluded");

    /// <summary>A share: in (0, 1].</summary>
    /// <exception cref="InputException">It is not.</exception>
    public static double Share(double value, string name) => value is > 0 and <= 1
        ? value
        : throw Wrong(value, name, "is above 0 and at most 1");

    /// <summary>A positive finite number.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw Wrong(value, name, "is above 0 and finite");

    /// <summary>A number that is not negative, and finite.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public static double NotNegative(double value, string name) => value >= 0 && double.IsFinite(value)
        ? value
        : throw Wrong(value, name, "is at least 0 and finite");

    /// <summary>A whole number between two others, both allowed.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public static int Between(int value, int least, int most, string name) => value >= least && value <= most
        ? value
        : throw Wrong(value, name, string.Create(CultureInfo.InvariantCulture, $"lies in {least} to {most}"));

    private static InputException Wrong(double value, string name, string range) => new(
        string.Create(CultureInfo.InvariantCulture, $"{value} is out of range: it {range}"), name, "Give a value in that range.");
}
