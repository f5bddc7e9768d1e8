using Research.Numerics.Devices;

namespace Research.Numerics.Tests.Gradients;

/// <summary>
/// The kernels once more, from the textbook formulas, in double precision and without regard to the order of
/// operations: independent of the reference programs.
/// </summary>
internal static class DoubleKernels
{
    public static double[] MatMul(int m, int n, int k, double[] a, double[] b)
    {
        var c = new double[m * n];
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var l = 0; l < k; l++)
                    c[(i * n) + j] += a[(i * k) + l] * b[(l * n) + j];
            }
        }

        return c;
    }

    public static double[] LayerNorm(int rows, int width, double[] x, double[] gain)
    {
        var y = new double[rows * width];
        for (var r = 0; r < rows; r++)
        {
            var row = x[(r * width)..((r + 1) * width)];
            var mean = row.Average();
            var variance = row.Average(v => (v - mean) * (v - mean));
            for (var i = 0; i < width; i++)
                y[(r * width) + i] = (row[i] - mean) / Math.Sqrt(variance + 1e-5) * gain[i];
        }

        return y;
    }

    public static double[] Gelu(double[] x) =>
        Array.ConvertAll(x, v => 0.5 * v * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (v + (0.044715 * v * v * v)))));

    public static double[] Attention(int batch, int time, int heads, int headSize, double[] qkv)
    {
        var width = heads * headSize;
        var y = new double[batch * time * width];
        for (var b = 0; b < batch; b++)
        {
            for (var head = 0; head < heads; head++)
            {
                for (var i = 0; i < time; i++)
                {
                    var weights = new double[i + 1];
                    for (var j = 0; j <= i; j++)
                    {
                        for (var d = 0; d < headSize; d++)
                            weights[j] += Of(0, b, i, head, d) * Of(1, b, j, head, d);
                        weights[j] = Math.Exp(weights[j] / Math.Sqrt(headSize));
                    }

                    var sum = weights.Sum();
                    for (var d = 0; d < headSize; d++)
                    {
                        var at = (((b * time) + i) * width) + (head * headSize) + d;
                        for (var j = 0; j <= i; j++)
                            y[at] += weights[j] / sum * Of(2, b, j, head, d);
                    }
                }
            }
        }

        return y;

        double Of(int part, int b, int t, int head, int d) =>
            qkv[(((b * time) + t) * 3 * width) + (part * width) + (head * headSize) + d];
    }

    public static double[] CrossEntropy(int rows, int vocabulary, double[] logits, int[] targets)
    {
        var losses = new double[rows];
        for (var r = 0; r < rows; r++)
        {
            var row = logits[(r * vocabulary)..((r + 1) * vocabulary)];
            if (targets[r] >= 0)
                losses[r] = Math.Log(row.Sum(Math.Exp)) - row[targets[r]];
        }

        return losses;
    }

    public static double[] LogSoftmax(int rows, int vocabulary, double[] logits)
    {
        var y = new double[rows * vocabulary];
        for (var r = 0; r < rows; r++)
        {
            var row = logits[(r * vocabulary)..((r + 1) * vocabulary)];
            for (var v = 0; v < vocabulary; v++)
                y[(r * vocabulary) + v] = row[v] - Math.Log(row.Sum(Math.Exp));
        }

        return y;
    }

    public static double[] Embedding(int time, int width, int[] tokens, double[] tokenTable, double[] positionTable)
    {
        var x = new double[tokens.Length * width];
        for (var r = 0; r < tokens.Length; r++)
        {
            for (var i = 0; i < width; i++)
                x[(r * width) + i] = tokenTable[(tokens[r] * width) + i] + positionTable[(r % time * width) + i];
        }

        return x;
    }

    /// <summary>Convolution of [images, height, width, channels] with weights [outputs, channels, kernel, kernel].</summary>
    public static double[] Convolution(
        ImageBatch shape, int outputs, int kernel, int padding, double[] x, double[] weights, double[] bias)
    {
        var (height, width) = (shape.Height + (2 * padding) - kernel + 1, shape.Width + (2 * padding) - kernel + 1);
        var y = new double[shape.Images * height * width * outputs];
        for (var (n, at) = (0, 0); n < shape.Images; n++)
        {
            for (var place = 0; place < height * width; place++)
            {
                for (var o = 0; o < outputs; o++, at++)
                {
                    y[at] = bias[o];
                    for (var w = 0; w < shape.Channels * kernel * kernel; w++)
                    {
                        var row = (place / width) + (w / kernel % kernel) - padding;
                        var column = (place % width) + (w % kernel) - padding;
                        if (row < 0 || row >= shape.Height || column < 0 || column >= shape.Width)
                            continue;
                        var pixel = (((n * shape.Height) + row) * shape.Width) + column;
                        y[at] += weights[(o * shape.Channels * kernel * kernel) + w]
                            * x[(pixel * shape.Channels) + (w / kernel / kernel)];
                    }
                }
            }
        }

        return y;
    }

    public static double[] MaxPool(ImageBatch shape, int size, double[] x) =>
    [
        .. from n in Enumerable.Range(0, shape.Images)
           from row in Enumerable.Range(0, shape.Height / size)
           from column in Enumerable.Range(0, shape.Width / size)
           from c in Enumerable.Range(0, shape.Channels)
           select (from i in Enumerable.Range(row * size, size)
                   from j in Enumerable.Range(column * size, size)
                   select x[(((((n * shape.Height) + i) * shape.Width) + j) * shape.Channels) + c]).Max(),
    ];

    public static double[] Sigmoid(double[] x) => Array.ConvertAll(x, v => 1 / (1 + Math.Exp(-v)));

    public static double[] SquaredError(int width, double[] y, double[] target) =>
        [.. y.Zip(target, (a, b) => (a - b) * (a - b)).Chunk(width).Select(row => row.Sum())];
}
