namespace Research.Numerics.Reference;

/// <summary>Sum of token and position embedding (rule S4).</summary>
public static class Embedding
{
    /// <summary>
    /// x[r] = tokenTable[tokens[r]] + positionTable[r mod time]. tokens: [rows]; tokenTable: [vocabulary, width];
    /// positionTable: [at least time, width]; x: [rows, width].
    /// </summary>
    public static void Forward(
        int rows, int time, int width, ReadOnlySpan<int> tokens, ReadOnlySpan<float> tokenTable,
        ReadOnlySpan<float> positionTable, Span<float> x)
    {
        for (var r = 0; r < rows; r++)
        {
            for (var i = 0; i < width; i++)
                x[(r * width) + i] = tokenTable[(tokens[r] * width) + i] + positionTable[(r % time * width) + i];
        }
    }

    /// <summary>
    /// Gradients of both tables. tokenGradient = tokenGradient + (for each token the sum of its rows of dx, cut at
    /// multiples of 256 rows: the same as a product with the one-hot matrix). positionGradient = for each position the
    /// sum of its rows, cut at 256 batches; +0 for positions from time on. dx: [rows, width]; tokenGradient:
    /// [vocabulary, width]; positionGradient: [at least time, width].
    /// </summary>
    public static void Backward(
        int rows, int time, int width, ReadOnlySpan<int> tokens, ReadOnlySpan<float> dx, Span<float> tokenGradient,
        Span<float> positionGradient)
    {
        for (var token = 0; token < tokenGradient.Length / width; token++)
        {
            for (var i = 0; i < width; i++)
            {
                var total = 0f;
                for (var start = 0; start < rows; start += Dot.Chunk)
                {
                    var chain = 0f;
                    for (var r = start; r < Math.Min(start + Dot.Chunk, rows); r++)
                        chain = tokens[r] == token ? chain + dx[(r * width) + i] : chain;
                    total += chain;
                }

                tokenGradient[(token * width) + i] += total;
            }
        }

        for (var position = 0; position < positionGradient.Length / width; position++)
        {
            for (var i = 0; i < width; i++)
                positionGradient[(position * width) + i] = PositionTotal(rows, time, width, position, i, dx);
        }
    }

    private static float PositionTotal(int rows, int time, int width, int position, int column, ReadOnlySpan<float> dx)
    {
        var total = 0f;
        var batches = position < time ? (rows - position + time - 1) / time : 0;
        for (var start = 0; start < batches; start += Dot.Chunk)
        {
            var chain = 0f;
            for (var b = start; b < Math.Min(start + Dot.Chunk, batches); b++)
                chain += dx[(((b * time) + position) * width) + column];
            total += chain;
        }

        return total;
    }
}
