using Research.Numerics;

namespace Research.Mirage.Metrics;

/// <summary>
/// The metrics of this library, each with direction, range, chance level and the source of its definition; and, as
/// <see cref="ExternalMetrics"/>, those of other evaluations by the names they have there.
/// </summary>
public static class MetricCatalog
{
    private const string Schaeffer = "Schaeffer et al. 2023, arXiv 2304.15004";
    private const string BigBench = "Srivastava et al. 2022, arXiv 2206.04615";

    /// <summary>The metrics that this library computes.</summary>
    public static IReadOnlyList<Metric> Own { get; } =
    [
        new("exact_match", MetricDirection.Higher, MetricShape.Sharp, 0, 1,
            "the output is the target", $"{BigBench}, exact_str_match", "1/V^L", guess => Inverse(guess.Vocabulary, guess.Length)),
        new("token_edit_distance", MetricDirection.Lower, MetricShape.Smooth, 0, double.PositiveInfinity,
            "fewest substitutions, additions and deletions of tokens", $"Levenshtein 1966; {Schaeffer}, appendix A.1",
            "at most L (1 - 1/V); no closed form"),
        new("multiple_choice_grade", MetricDirection.Higher, MetricShape.Sharp, 0, 1,
            "the likeliest option is the right one", $"{BigBench}", "1/K", guess => 1.0 / guess.Choices),
        new("brier", MetricDirection.Lower, MetricShape.Smooth, 0, 2,
            "squared error of the probabilities of all options", "Brier 1950", "1 - 1/K", guess => 1 - 1.0 / guess.Choices),
        new("tc_brier", MetricDirection.Lower, MetricShape.Smooth, 0, 1,
            "squared error of the right option's probability, renormalized over the options", "arXiv 2410.01692", "(1 - 1/K)^2",
            guess => BrierScore.TargetOnly(1.0 / guess.Choices)),
        new("log_likelihood", MetricDirection.Higher, MetricShape.Smooth, double.NegativeInfinity, 0,
            "ln p(target), nats", $"{BigBench}, log_likelihood", "-L ln V", guess => -guess.Length * Elementary.Log(guess.Vocabulary)),
        new("perplexity", MetricDirection.Lower, MetricShape.Smooth, 1, double.PositiveInfinity,
            "e to the loss per token", "Jelinek et al. 1977", "V", guess => guess.Vocabulary),
        new("rouge_l_sum", MetricDirection.Higher, MetricShape.Sharp, 0, 1,
            "F measure of the union of longest common subsequences", "Lin 2004, section 3.2", "no closed form"),
        new("token_f1", MetricDirection.Higher, MetricShape.Smooth, 0, 1,
            "harmonic mean of precision and recall of tokens", "Rajpurkar et al. 2016, SQuAD", "no closed form"),
        new("calibration_error", MetricDirection.Lower, MetricShape.Smooth, 0, 1,
            $"confidence against accuracy over {CalibrationError.DefaultBins} bins of equal width", "Naeini et al. 2015; Guo et al. 2017, eq. 3",
            "0: an even guess that says 1/K is calibrated", _ => 0),
        new("reconstruction", MetricDirection.Higher, MetricShape.Sharp, 0, 1,
            "share of inputs with squared error below c", $"{Schaeffer}, section 5", "depends on the data and on c"),
        new("subset_accuracy", MetricDirection.Higher, MetricShape.Sharp, 0, 1,
            "all L parts are right", $"{Schaeffer}, section 5", "1/K^L", guess => Inverse(guess.Choices, guess.Length)),
    ];

    private static double Inverse(int choices, int times)
    {
        var chance = 1.0;
        for (var i = 0; i < times; i++) chance /= choices;
        return chance;
    }

    /// <summary>This library's metrics, then those of others.</summary>
    public static IReadOnlyList<Metric> All { get; } = [.. Own, .. ExternalMetrics.All];

    private static readonly Dictionary<string, Metric> ByName = All.ToDictionary(metric => metric.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a metric by its name, as it is written here or elsewhere; case does not count. Null if it is unknown.</summary>
    public static Metric? Find(string name) => ByName.GetValueOrDefault(name);
}
