namespace Research.Mirage.Metrics;

/// <summary>
/// ROUGE-L of summaries (Lin 2004, section 3.2): for each sentence of the reference, the union of its longest common subsequences with
/// all sentences of the output. The F measure with equal weights, as BIG-bench's <c>rougeLsum</c> reports it.
/// </summary>
public static class RougeLSum
{
    /// <summary>
    /// F = 2PR / (P + R): P and R divide the tokens in the unions by all tokens of output and reference. A token counts in the unions at
    /// most as often as it stands in the output. 0 if nothing is common.
    /// </summary>
    /// <param name="output">Sentences of the output.</param>
    /// <param name="reference">Sentences of the reference.</param>
    public static double Of(IReadOnlyList<int[]> output, IReadOnlyList<int[]> reference)
    {
        var available = output.SelectMany(sentence => sentence).CountBy(token => token).ToDictionary();
        int hits = 0, outputTokens = output.Sum(sentence => sentence.Length), referenceTokens = reference.Sum(sentence => sentence.Length);
        foreach (var sentence in reference)
        {
            var union = new bool[sentence.Length];
            foreach (var candidate in output) LongestCommonSubsequence.Mark(sentence, candidate, union);
            for (var i = 0; i < union.Length; i++)
            {
                if (!union[i] || available.GetValueOrDefault(sentence[i]) == 0) continue;
                available[sentence[i]]--;
                hits++;
            }
        }

        // 2PR / (P + R) with P = hits / outputTokens and R = hits / referenceTokens.
        return hits == 0 ? 0 : 2.0 * hits / (outputTokens + referenceTokens);
    }

    /// <summary>The same for an output and a reference of one sentence each: ROUGE-L.</summary>
    public static double Of(ReadOnlySpan<int> output, ReadOnlySpan<int> reference) => Of([output.ToArray()], [reference.ToArray()]);
}
