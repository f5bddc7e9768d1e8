namespace Research.Mirage.Metrics;

/// <summary>
/// Token F1 of reading comprehension (Rajpurkar et al. 2016, SQuAD): harmonic mean of precision and recall of the tokens, whatever
/// their order.
/// </summary>
public static class TokenF1
{
    /// <summary>2 common / (tokens of the output + tokens of the target); 1 if both are empty, 0 if nothing is common.</summary>
    public static double Of(ReadOnlySpan<int> output, ReadOnlySpan<int> target)
    {
        if (output.IsEmpty && target.IsEmpty) return 1;
        var left = output.ToArray().CountBy(token => token).ToDictionary();
        var common = 0;
        foreach (var token in target)
        {
            if (left.GetValueOrDefault(token) == 0) continue;
            left[token]--;
            common++;
        }

        return 2.0 * common / (output.Length + target.Length);
    }
}
