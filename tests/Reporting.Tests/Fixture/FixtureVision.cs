using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up measurements of models of images.</summary>
public static class FixtureVision
{
    private const int Seeds = 3;
    private const int Sizes = 6;

    private static readonly string[] Families = ["autoencoder", "lenet", "sequences"];

    /// <summary>Numbers of the claim.</summary>
    public static IEnumerable<Number> Numbers { get; } =
    [
        .. Families.SelectMany(family => new[]
        {
            Of(family, "sizes", Sizes, "sizes"), Over(family, "hidden", 0.42), Over(family, "step.smooth", 0.31), Over(family, "step.sharp", 0.44),
            Over(family, "sparse-step.smooth", 0.61), Over(family, "sparse-step.sharp", 0.82), Of(family, "score-above", 2, "of seeds"),
            Of(family, "score.smooth", 6.5, ""),
        }),
        Of("lenet", "score.sharp", 7.5, ""), Of("sequences", "score.sharp", 17.5, ""),
        Of("autoencoder", "thresholds-hiding", 4, "of thresholds") with { N = Sizes },
    ];

    /// <summary>Metrics of every model.</summary>
    public static IEnumerable<VisionScoreRow> Scores() =>
        from family in Families
        from size in Enumerable.Range(0, Sizes)
        from seed in Enumerable.Range(1, Seeds)
        from row in Of(family, size, (size / (Sizes - 1.0)) + (0.01 * (seed - 2)))
        select row with { Seed = seed };

    /// <summary>Two images of 4 x 4 pixels and two reconstructions of each.</summary>
    public static IEnumerable<VisionPictureRow> Pictures() =>
        from image in Enumerable.Range(0, 2)
        from units in new[] { 0, 1, 8 }
        from pixel in Enumerable.Range(0, 16)
        select new VisionPictureRow(image, image, units, units == 0 ? 0 : 4.0 / units, pixel / 4, pixel % 4, (pixel + units + image) % 5 / 4.0);

    private static IEnumerable<VisionScoreRow> Of(string family, int size, double share)
    {
        var row = new VisionScoreRow(family, "glyphs", "squared_error", 0, null, size + 1, 100 << size, 0, 30 - (25 * share), share);
        if (family == "autoencoder")
        {
            yield return row;
            for (var rank = 1; rank <= Sizes; rank++)
            {
                var power = Math.Pow(Math.Max(0, share), rank);
                yield return row with { Metric = "reconstruction", Rank = rank, Threshold = 30 - (4 * rank), Value = power, Progress = power };
            }

            yield break;
        }

        yield return row with { Metric = "log_probability", Value = -3 + (2.9 * share) };
        for (var k = 1; k <= 5; k++)
        {
            var power = Math.Pow(Math.Max(0, share), k);
            yield return row with { Metric = "subset_accuracy", Rank = k, Value = power, Progress = power };
        }
    }

    private static Number Over(string family, string id, double value) =>
        Of(family, id, value, "share") with { Low = value - 0.1, High = value + 0.1 };

    private static Number Of(string family, string id, double value, string unit) =>
        new($"mirage.vision.{family}.{id}.glyphs", value, unit, null, null, Seeds);
}
