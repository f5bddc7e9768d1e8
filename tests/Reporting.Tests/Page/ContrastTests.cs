using System.Globalization;
using System.Text.RegularExpressions;

namespace Research.Reporting.Tests.Page;

/// <summary>Text colors against their grounds, by WCAG 2.1, success criterion 1.4.3: at least 4.5.</summary>
public class ContrastTests
{
    private static readonly string Style = File.ReadAllText(Repository.Templates.Style);

    [Theory]
    [InlineData("ink")]
    [InlineData("quiet")]
    [InlineData("link")]
    [InlineData("holds")]
    [InlineData("in-part")]
    [InlineData("fails")]
    [InlineData("not-testable")]
    public void Text_can_be_read_in_light_and_dark(string color)
    {
        foreach (var scheme in new[] { 0, 1 })
        {
            foreach (var ground in new[] { "paper", "soft" })
                Assert.InRange(Contrast(Value(color, scheme), Value(ground, scheme)), 4.5, 21);
        }
    }

    // The first definition of a color is the light one, the second the dark one.
    private static string Value(string name, int scheme)
        => Regex.Matches(Style, $"--{name}: #([0-9a-f]{{6}});")[scheme].Groups[1].Value;

    private static double Contrast(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        return (0.2126 * Channel(0)) + (0.7152 * Channel(1)) + (0.0722 * Channel(2));

        double Channel(int index)
        {
            var value = int.Parse(color.AsSpan(2 * index, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
    }
}
