namespace Research.Numerics.Reference;

/// <summary>Logarithm of the softmax of each row (rules S2, S6).</summary>
public static class LogSoftmax
{
    /// <summary>y[r, v] = (logits[r, v] - max) - log(sum). logits, y: [rows, vocabulary]; y may be logits.</summary>
    public static void Run(int rows, int vocabulary, ReadOnlySpan<float> logits, Span<float> y)
    {
        Span<float> exponentials = new float[vocabulary];
        for (var r = 0; r < rows; r++)
        {
            var s = logits.Slice(r * vocabulary, vocabulary);
            var (maximum, sum) = Softmax.Exponentials(s, exponentials);
            var logarithm = FloatFunctions.Log(sum);
            for (var v = 0; v < vocabulary; v++)
                y[(r * vocabulary) + v] = s[v] - maximum - logarithm;
        }
    }
}
