using System.Globalization;

namespace Research.Reporting.Tests.Fixture;

/// <summary>A language of the made-up report.</summary>
public sealed record FixtureLanguage(string Reading, double Noise)
{
    public static IReadOnlyList<FixtureLanguage> All { get; } =
        [new("released", 0), new("released", 0.02), new("released", 0.04), new("ambiguous", 0), new("ambiguous", 0.02), new("ambiguous", 0.04)];

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Reading}-e{Noise}");

    public bool IsAmbiguous => Reading == "ambiguous" && Noise > 0;
}
