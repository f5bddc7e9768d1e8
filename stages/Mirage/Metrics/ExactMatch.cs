namespace Research.Mirage.Metrics;

/// <summary>
/// Exact string match: all or nothing. BIG-bench's <c>exact_str_match</c> (Srivastava et al. 2022, arXiv 2206.04615), and Accuracy of
/// Schaeffer et al. 2023, section 2.
/// </summary>
public static class ExactMatch
{
    /// <summary>Whether the output is the target, token by token, with nothing added and nothing missing.</summary>
    public static bool Of(ReadOnlySpan<int> output, ReadOnlySpan<int> target) => output.SequenceEqual(target);
}
