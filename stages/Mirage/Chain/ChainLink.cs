namespace Research.Mirage.Chain;

/// <summary>A step on the way from what a model computes to what is reported (arXiv 2406.04391).</summary>
public enum ChainLink
{
    /// <summary>ln p of the right answer, among all texts.</summary>
    LogProbability,

    /// <summary>p of the right answer, among all texts.</summary>
    Probability,

    /// <summary>p of the right answer, among the options.</summary>
    ChoiceProbability,

    /// <summary>Brier score over the options, negated.</summary>
    Brier,

    /// <summary>Whether the right option is the likeliest.</summary>
    Accuracy,

    /// <summary>Exact match of the greedy answer; ours, for a question without options.</summary>
    ExactMatch,
}
