namespace Research.Numerics.Reference;

/// <summary>Softmax cross-entropy of each row, in nats, and its gradient (rules S2, S6).</summary>
public static class CrossEntropy
{
    /// <summary>
    /// losses[r] = (log(sum) + max) - logits[r, target]; dlogits[r] = p scale, (p - 1) scale at the target. A target of
    /// -1 masks the row: loss and gradient are +0. logits, dlogits: [rows, vocabulary]; targets, losses: [rows];
    /// dlogits may be logits.
    /// </summary>
    public static void Run(
        int rows, int vocabulary, ReadOnlySpan<float> logits, ReadOnlySpan<int> targets, float scale,
        Span<float> losses, Span<float> dlogits)
    {
        for (var r = 0; r < rows; r++)
        {
            var gradient = dlogits.Slice(r * vocabulary, vocabulary);
            if (targets[r] == -1)
            {
                losses[r] = 0f;
                gradient.Clear();
                continue;
            }

            var s = logits.Slice(r * vocabulary, vocabulary);
            var targetLogit = s[targets[r]];
            var (maximum, sum) = Softmax.Exponentials(s, gradient);
            losses[r] = FloatFunctions.Log(sum) + maximum - targetLogit;
            var inverse = 1f / sum;
            for (var v = 0; v < vocabulary; v++)
            {
                var p = gradient[v] * inverse;
                gradient[v] = (v == targets[r] ? p - 1f : p) * scale;
            }
        }
    }
}
