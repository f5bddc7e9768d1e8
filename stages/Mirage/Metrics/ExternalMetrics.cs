namespace Research.Mirage.Metrics;

/// <summary>Metrics of other evaluations, by the names that they have in published score tables.</summary>
public static class ExternalMetrics
{
    private const string Harness = "EleutherAI, lm-evaluation-harness";
    private const string BigBench = "Srivastava et al. 2022, arXiv 2206.04615";
    private const string ExpEmergence = "arXiv 2410.01692";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        Share("acc", MetricShape.Sharp, "share of right answers; the likeliest option", Harness, "1/K"),
        Share("accuracy", MetricShape.Sharp, "share of right answers", Harness, "1/K"),
        Share("acc_norm", MetricShape.Sharp, "the likeliest option per byte of its text", Harness, "1/K"),
        Share("acc_mutual_info", MetricShape.Sharp, "the likeliest option relative to it without the question", Harness, "1/K"),
        Share("mc1", MetricShape.Sharp, "multiple choice with one right option", Harness, "depends on K"),
        Share("mc2", MetricShape.Smooth, "probability mass of the right options", Harness, "depends on K"),
        Share("em", MetricShape.Sharp, "exact match", Harness, "about 0"),
        Share("f1", MetricShape.Smooth, "token F1, or F1 of classes", Harness, "depends on the task"),
        new("mcc", MetricDirection.Higher, MetricShape.Sharp, -1, 1, "Matthews correlation of classes", Harness, "0"),
        Cost("ppl", 1, "e to the loss per token", Harness, "V"),
        new("log_ppl", MetricDirection.Lower, MetricShape.Smooth, 0, double.PositiveInfinity, "natural logarithm of ppl", Harness, "ln V"),
        Cost("word_perplexity", 1, "e to the loss per word", Harness, "no closed form"),
        Cost("byte_perplexity", 1, "e to the loss per byte", Harness, "256"),
        Cost("bits_per_byte", 0, "loss per byte in bits", Harness, "8"),
        Cost("likelihood_difference", 0, "distance of the log-likelihoods of two sentences", $"{Harness}, crows_pairs", "no closed form"),
        new("pct_stereotype", MetricDirection.Neither, MetricShape.Sharp, 0, 1, "share of pairs whose stereotype is likelier", $"{Harness}, crows_pairs", "1/2, which is also its ideal"),
        Share("exact_str_match", MetricShape.Sharp, "the output is the target", BigBench, "about 0"),
        Share("exact_string_match", MetricShape.Sharp, "the output is the target", BigBench, "about 0"),
        Share("full", MetricShape.Sharp, "share of programs that pass all tests", BigBench, "about 0"),
        new("multiple_choice_brier_score", MetricDirection.Lower, MetricShape.Smooth, 0, 2, "Brier score of the options", BigBench, "1 - 1/K"),
        new("brier_score", MetricDirection.Lower, MetricShape.Smooth, 0, 2, "Brier score of the options", "Brier 1950", "1 - 1/K"),
        new("expected_calibration_error_multiple_choice_score", MetricDirection.Lower, MetricShape.Smooth, 0, 1, "expected calibration error", BigBench, "0"),
        Cost("log_perplexity", 0, "loss per token", BigBench, "ln V"),
        new("rougelsum", MetricDirection.Higher, MetricShape.Sharp, 0, 100, "ROUGE-L of summaries, 0 to 100 or 0 to 1", $"Lin 2004; {BigBench}", "no closed form"),
        new("rouge1", MetricDirection.Higher, MetricShape.Smooth, 0, 100, "ROUGE of words, 0 to 100 or 0 to 1", "Lin 2004", "no closed form"),
        new("rouge2", MetricDirection.Higher, MetricShape.Sharp, 0, 100, "ROUGE of pairs of words, 0 to 100 or 0 to 1", "Lin 2004", "no closed form"),
        new("rougel", MetricDirection.Higher, MetricShape.Sharp, 0, 100, "ROUGE-L, 0 to 100 or 0 to 1", "Lin 2004", "no closed form"),
        new("bleu", MetricDirection.Higher, MetricShape.Sharp, 0, 100, "BLEU, 0 to 100 or 0 to 1", "Papineni et al. 2002", "about 0"),
        new("bleurt", MetricDirection.Higher, MetricShape.Smooth, double.NegativeInfinity, double.PositiveInfinity, "a learned metric of text", "Sellam et al. 2020", "no closed form"),
        new("normalized_aggregate_score", MetricDirection.Higher, MetricShape.Sharp, double.NegativeInfinity, 100, "100 (raw - low) / (high - low), over subtasks", BigBench, "0"),
        Share("macro_f1", MetricShape.Sharp, "F1, the mean of the classes", BigBench, "depends on the classes"),
        Share("micro_f1", MetricShape.Sharp, "F1 of all classes together", BigBench, "depends on the classes"),
        new("tc_brier_vocab", MetricDirection.Lower, MetricShape.Smooth, 0, 1, "squared error of the right option's probability, not renormalized", ExpEmergence, "about 1"),
        new("choice_prob_sum", MetricDirection.Neither, MetricShape.Smooth, 0, 1, "probability mass on the options together, right or wrong", ExpEmergence, "about 0"),
    ];

    private static Metric Share(string name, MetricShape shape, string definition, string reference, string chance) =>
        new(name, MetricDirection.Higher, shape, 0, 1, definition, reference, chance);

    private static Metric Cost(string name, double low, string definition, string reference, string chance) =>
        new(name, MetricDirection.Lower, MetricShape.Smooth, low, double.PositiveInfinity, definition, reference, chance);
}
