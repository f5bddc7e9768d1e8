using Research.Numerics.Cpu;
using Research.Numerics.Devices;
using Research.Numerics.Tests.Cpu;

namespace Research.Numerics.Tests.Gradients;

/// <summary>
/// Outputs of the kernels agree with textbook formulas in double precision, and gradients with finite differences of
/// those.
/// </summary>
[Trait("Size", "Small")]
public sealed class GradientTests : IDisposable
{
    private readonly DeviceMemory memory = new(new CpuDevice(threads: 1, allowEmulatedFma: true));
    private readonly TestNumbers numbers = new(11);

    private Device Device => memory.Device;

    [Fact]
    public void Matrix_product_and_its_gradients()
    {
        const int M = 14;
        const int N = 21;
        const int K = 300;
        var (a, b, dc) = (numbers.Floats(M * K), numbers.Floats(K * N), numbers.Floats(M * N));
        var (c, da, db) = (memory.Output(M * N), memory.Output(M * K), memory.Output(K * N));
        Device.MatMul(false, false, M, N, K, memory.Upload(a), memory.Upload(b), c);
        Device.MatMul(false, true, M, K, N, memory.Upload(dc), memory.Upload(b), da);
        Device.MatMul(true, false, K, N, M, memory.Upload(a), memory.Upload(dc), db);
        Check(DoubleKernels.MatMul(M, N, K, Doubles(a), Doubles(b)), c);
        Check(Slope(a, dc, x => DoubleKernels.MatMul(M, N, K, x, Doubles(b))), da);
        Check(Slope(b, dc, x => DoubleKernels.MatMul(M, N, K, Doubles(a), x)), db);
    }

    [Fact]
    public void Layer_norm()
    {
        const int Rows = 5;
        const int Width = 37;
        var (x, gain, dy) = (numbers.Floats(Rows * Width), numbers.Floats(Width), numbers.Floats(Rows * Width));
        var (y, mean, rstd) = (memory.Output(x.Length), memory.Output(Rows), memory.Output(Rows));
        var (dx, dgain) = (memory.Upload(new float[x.Length]), memory.Output(Width));
        Device.LayerNormForward(Rows, Width, memory.Upload(x), memory.Upload(gain), y, mean, rstd);
        Device.LayerNormBackward(
            Rows, Width, memory.Upload(dy), memory.Upload(x), memory.Upload(gain), mean, rstd, dx, dgain);
        Check(DoubleKernels.LayerNorm(Rows, Width, Doubles(x), Doubles(gain)), y);
        Check(Slope(x, dy, v => DoubleKernels.LayerNorm(Rows, Width, v, Doubles(gain))), dx);
        Check(Slope(gain, dy, v => DoubleKernels.LayerNorm(Rows, Width, Doubles(x), v)), dgain);
    }

    [Fact]
    public void Layer_norm_adds_to_the_gradient_of_the_residual_stream()
    {
        const int Width = 8;
        var (x, gain, dy, residual) = (
            numbers.Floats(Width), numbers.Floats(Width), numbers.Floats(Width), numbers.Floats(Width));
        var (y, mean, rstd) = (memory.Output(Width), memory.Output(1), memory.Output(1));
        var (dx, dgain) = (memory.Upload(residual), memory.Output(Width));
        Device.LayerNormForward(1, Width, memory.Upload(x), memory.Upload(gain), y, mean, rstd);
        Device.LayerNormBackward(
            1, Width, memory.Upload(dy), memory.Upload(x), memory.Upload(gain), mean, rstd, dx, dgain);
        var expected = Slope(x, dy, v => DoubleKernels.LayerNorm(1, Width, v, Doubles(gain)));
        for (var i = 0; i < Width; i++)
            expected[i] += residual[i];
        Check(expected, dx);
    }

    [Fact]
    public void Gelu()
    {
        var (x, dy) = (Array.ConvertAll(numbers.Floats(500), v => 6f * v), numbers.Floats(500));
        var (y, dx) = (memory.Output(500), memory.Output(500));
        Device.GeluForward(memory.Upload(x), y);
        Device.GeluBackward(memory.Upload(x), memory.Upload(dy), dx);
        Check(DoubleKernels.Gelu(Doubles(x)), y);
        Check(Slope(x, dy, DoubleKernels.Gelu), dx);
    }

    [Theory]
    [InlineData(2, 9, 2, 5)]
    [InlineData(1, 1, 3, 2)]
    public void Attention(int batch, int time, int heads, int headSize)
    {
        var length = batch * time * heads * headSize;
        var (qkv, dy) = (Array.ConvertAll(numbers.Floats(3 * length), v => 2f * v), numbers.Floats(length));
        var probabilities = memory.Output(batch * heads * time * time);
        var (y, dqkv) = (memory.Output(length), memory.Output(3 * length));
        Device.AttentionForward(batch, time, heads, headSize, memory.Upload(qkv), probabilities, y);
        Device.AttentionBackward(
            batch, time, heads, headSize, memory.Upload(dy), memory.Upload(qkv), probabilities, dqkv);
        Check(DoubleKernels.Attention(batch, time, heads, headSize, Doubles(qkv)), y);
        Check(Slope(qkv, dy, x => DoubleKernels.Attention(batch, time, heads, headSize, x)), dqkv);
    }

    [Fact]
    public void Cross_entropy_and_log_softmax()
    {
        const int Rows = 6;
        const int Vocabulary = 19;
        const float Scale = 0.25f;
        var logits = Array.ConvertAll(numbers.Floats(Rows * Vocabulary), v => 4f * v);
        int[] targets = [0, 18, -1, 7, 7, -1];
        var (losses, dlogits, logarithms) = (
            memory.Output(Rows), memory.Output(logits.Length), memory.Output(logits.Length));
        Device.CrossEntropy(Rows, Vocabulary, memory.Upload(logits), memory.Upload(targets), Scale, losses, dlogits);
        Device.LogSoftmax(Rows, Vocabulary, memory.Upload(logits), logarithms);
        var weights = Enumerable.Repeat(Scale, Rows).ToArray();
        Check(DoubleKernels.CrossEntropy(Rows, Vocabulary, Doubles(logits), targets), losses);
        Check(Slope(logits, weights, x => DoubleKernels.CrossEntropy(Rows, Vocabulary, x, targets)), dlogits);
        Check(DoubleKernels.LogSoftmax(Rows, Vocabulary, Doubles(logits)), logarithms);
    }

    [Fact]
    public void Embedding()
    {
        const int Time = 4;
        const int Width = 3;
        int[] tokens = [1, 0, 1, 1, 4, 1, 0, 2, 2, 1];
        var (table, positions) = (numbers.Floats(5 * Width), numbers.Floats(Time * Width));
        var dx = numbers.Floats(tokens.Length * Width);
        var (x, dtable, dpositions) = (
            memory.Output(dx.Length), memory.Upload(new float[5 * Width]), memory.Output(Time * Width));
        Device.EmbeddingForward(
            tokens.Length, Time, Width, memory.Upload(tokens), memory.Upload(table), memory.Upload(positions), x);
        Device.EmbeddingBackward(
            tokens.Length, Time, Width, memory.Upload(tokens), memory.Upload(dx), dtable, dpositions);
        Check(DoubleKernels.Embedding(Time, Width, tokens, Doubles(table), Doubles(positions)), x);
        Check(Slope(table, dx, t => DoubleKernels.Embedding(Time, Width, tokens, t, Doubles(positions))), dtable);
        Check(Slope(positions, dx, p => DoubleKernels.Embedding(Time, Width, tokens, Doubles(table), p)), dpositions);
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(3, 2)]
    public void Convolution(int kernel, int padding)
    {
        const int Outputs = 4;
        var shape = new ImageBatch(Images: 3, Height: 6, Width: 7, Channels: 2);
        var places = shape.Convolved(Outputs, kernel, padding);
        var (rows, k) = ((int)places.Length / Outputs, shape.Channels * kernel * kernel);
        var (x, weights, bias) = (numbers.Floats((int)shape.Length), numbers.Floats(Outputs * k), numbers.Floats(Outputs));
        var dy = numbers.Floats(rows * Outputs);
        var (patches, dpatches, y) = (memory.Output(rows * k), memory.Output(rows * k), memory.Output(rows * Outputs));
        var (dx, dweights, dbias) = (memory.Output(x.Length), memory.Output(weights.Length), memory.Output(Outputs));
        Device.UnfoldForward(shape, kernel, padding, memory.Upload(x), patches);
        Device.MatMul(false, true, rows, Outputs, k, patches, memory.Upload(weights), y);
        Device.BiasForward(rows, Outputs, y, memory.Upload(bias), y);
        Device.BiasBackward(rows, Outputs, memory.Upload(dy), dbias);
        Device.MatMul(true, false, Outputs, k, rows, memory.Upload(dy), patches, dweights);
        Device.MatMul(false, false, rows, k, Outputs, memory.Upload(dy), memory.Upload(weights), dpatches);
        Device.UnfoldBackward(shape, kernel, padding, dpatches, dx);
        Check(Exact(Doubles(x), Doubles(weights), Doubles(bias)), y);
        Check(Slope(x, dy, v => Exact(v, Doubles(weights), Doubles(bias))), dx);
        Check(Slope(weights, dy, v => Exact(Doubles(x), v, Doubles(bias))), dweights);
        Check(Slope(bias, dy, v => Exact(Doubles(x), Doubles(weights), v)), dbias);

        double[] Exact(double[] pixels, double[] w, double[] b) =>
            DoubleKernels.Convolution(shape, Outputs, kernel, padding, pixels, w, b);
    }

    [Fact]
    public void Max_pooling()
    {
        var shape = new ImageBatch(Images: 2, Height: 7, Width: 4, Channels: 3);
        var (x, dy) = (numbers.Floats((int)shape.Length), numbers.Floats((int)shape.Pooled(2).Length));
        var (y, dx) = (memory.Output(dy.Length), memory.Output(x.Length));
        Device.MaxPoolForward(shape, 2, memory.Upload(x), y);
        Device.MaxPoolBackward(shape, 2, memory.Upload(x), memory.Upload(dy), dx);
        Check(DoubleKernels.MaxPool(shape, 2, Doubles(x)), y);
        Check(Slope(x, dy, v => DoubleKernels.MaxPool(shape, 2, v)), dx);
    }

    [Fact]
    public void Sigmoid_and_squared_error()
    {
        const int Width = 37;
        const float Scale = 0.25f;
        var (x, target) = (Array.ConvertAll(numbers.Floats(6 * Width), v => 9f * v), numbers.Floats(6 * Width));
        var (y, dy, dx, losses) = (memory.Output(x.Length), memory.Output(x.Length), memory.Output(x.Length), memory.Output(6));
        Device.SigmoidForward(memory.Upload(x), y);
        Device.SquaredError(6, Width, y, memory.Upload(target), 2 * Scale, losses, dy);
        Device.SigmoidBackward(y, dy, dx);
        var weights = Enumerable.Repeat(Scale, 6).ToArray();
        Check(DoubleKernels.Sigmoid(Doubles(x)), y);
        Check(DoubleKernels.SquaredError(Width, DoubleKernels.Sigmoid(Doubles(x)), Doubles(target)), losses);
        Check(Slope(x, weights, v => DoubleKernels.SquaredError(Width, DoubleKernels.Sigmoid(v), Doubles(target))), dx);
    }

    [Fact]
    public void AdamW_takes_the_steps_of_its_paper()
    {
        const double Rate = 0.01, Beta1 = 0.9, Beta2 = 0.99, Epsilon = 1e-8, Decay = 0.1;
        var parameters = numbers.Floats(40);
        var (p, m, v) = (memory.Upload(parameters), memory.Upload(new float[40]), memory.Upload(new float[40]));
        var (expected, first, second) = (Doubles(parameters), new double[40], new double[40]);
        for (var t = 1; t <= 5; t++)
        {
            var gradient = numbers.Floats(40);
            var (correction1, correction2) = (1 / (1 - Math.Pow(Beta1, t)), 1 / (1 - Math.Pow(Beta2, t)));
            Device.AdamW(p, memory.Upload(gradient), m, v, new AdamWStep(
                (float)Rate, (float)Beta1, (float)(1 - Beta1), (float)Beta2, (float)(1 - Beta2), (float)correction1,
                (float)correction2, (float)Epsilon, (float)Decay, Clip: 0.5f));
            for (var i = 0; i < 40; i++)
            {
                var g = 0.5 * gradient[i];
                first[i] = (Beta1 * first[i]) + ((1 - Beta1) * g);
                second[i] = (Beta2 * second[i]) + ((1 - Beta2) * g * g);
                var update = first[i] * correction1 / (Math.Sqrt(second[i] * correction2) + Epsilon);
                expected[i] -= Rate * (update + (Decay * expected[i]));
            }
        }

        Check(expected, p);
    }

    [Fact]
    public void Sum_of_squares()
    {
        var x = numbers.Floats(10_000);
        Assert.Equal(x.Sum(v => (double)v * v), Device.SumOfSquares(memory.Upload(x)), 1e-9);
    }

    public void Dispose()
    {
        memory.Dispose();
        Device.Dispose();
    }

    private static double[] Doubles(float[] x) => Array.ConvertAll(x, v => (double)v);

    /// <summary>Derivative of Σ weights·outputs with respect to each input, by central differences.</summary>
    private static double[] Slope(float[] at, float[] weights, Func<double[], double[]> function)
    {
        const double Step = 1e-6;
        var x = Doubles(at);
        var slope = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = at[i] + Step;
            var above = function(x);
            x[i] = at[i] - Step;
            var below = function(x);
            x[i] = at[i];
            for (var o = 0; o < weights.Length; o++)
                slope[i] += weights[o] * (above[o] - below[o]) / (2 * Step);
        }

        return slope;
    }

    private void Check(double[] expected, FloatView actual)
    {
        var values = DeviceMemory.Inner(memory.Download(actual));
        Assert.Equal(expected.Length, values.Length);
        var largest = expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(values[i] - expected[i]) <= 2e-6 * (1 + largest)))
                Assert.Fail($"Element {i} is {values[i]:G9}, expected {expected[i]:G9}.");
        }
    }
}
