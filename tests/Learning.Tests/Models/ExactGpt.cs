using Research.Learning.Models;

namespace Research.Learning.Tests.Models;

/// <summary>
/// The same model a second time, written from the papers in double precision, one position at a time, in no hurry and with no
/// code in common: what the engine is measured against.
/// </summary>
internal sealed class ExactGpt(GptSpec spec, Dictionary<string, double[]> weights)
{
    public static ExactGpt Of(Gpt model)
    {
        var values = model.ReadParameters();
        return new ExactGpt(model.Spec, model.Layout.Tensors.ToDictionary(
            tensor => tensor.Name,
            tensor => Array.ConvertAll(values[tensor.Offset..(tensor.Offset + tensor.Length)], value => (double)value)));
    }

    public Dictionary<string, double[]> Weights => weights;

    /// <summary>Name of the head's weights: those of the embedding, unless it was given its own.</summary>
    public string Head { get; private set; } = "transformer.wte";

    /// <summary>From now on the head has weights of its own, equal to those of the embedding.</summary>
    public void Untie()
    {
        Head = "lm_head";
        weights["lm_head.weight"] = [.. weights["transformer.wte.weight"]];
    }

    /// <summary>Log-probabilities of the next token after each position of a sequence.</summary>
    public double[][] LogProbabilities(int[] tokens)
    {
        var stream = tokens.Select((token, position) =>
            Plus(Row("transformer.wte", token), Row("transformer.wpe", position))).ToArray();
        for (var layer = 0; layer < spec.Layers; layer++)
        {
            var name = $"transformer.h.{layer}";
            var normed = stream.Select(x => Norm(x, $"{name}.ln_1")).ToArray();
            var attended = Attention(normed, name);
            stream = [.. stream.Zip(attended, Plus)];
            stream = [.. stream.Select(x => Plus(
                x, Linear($"{name}.mlp.c_proj", Array.ConvertAll(Linear($"{name}.mlp.c_fc", Norm(x, $"{name}.ln_2")), Gelu))))];
        }

        return [.. stream.Select(x => LogSoftmax(Linear(Head, Norm(x, "transformer.ln_f"))))];
    }

    /// <summary>Mean cross-entropy over all positions of a batch, in nats.</summary>
    public double Loss(int[][] tokens, int[][] next) =>
        tokens.Zip(next, (sequence, targets) => LogProbabilities(sequence).Zip(targets, (row, target) => -row[target]).Average()).Average();

    private double[] Row(string name, int row) => weights[name + ".weight"][(row * spec.Width)..((row + 1) * spec.Width)];

    private double[] Linear(string name, double[] x)
    {
        var matrix = weights[name + ".weight"];
        var y = new double[matrix.Length / x.Length];
        for (var i = 0; i < y.Length; i++)
        {
            for (var j = 0; j < x.Length; j++)
            {
                y[i] += matrix[(i * x.Length) + j] * x[j];
            }
        }

        return y;
    }

    private double[] Norm(double[] x, string name)
    {
        var mean = x.Average();
        var deviation = Math.Sqrt(x.Average(value => (value - mean) * (value - mean)) + 1e-5);
        return [.. x.Zip(weights[name + ".weight"], (value, gain) => (value - mean) / deviation * gain)];
    }

    private double[][] Attention(double[][] x, string name)
    {
        var size = spec.Width / spec.Heads;
        var qkv = x.Select(row => Linear($"{name}.attn.c_attn", row)).ToArray();
        double[] Part(int position, int part, int head) => qkv[position][((part * spec.Width) + (head * size))..][..size];
        return [.. x.Select((_, i) =>
        {
            var heads = new List<double>();
            for (var head = 0; head < spec.Heads; head++)
            {
                var query = Part(i, 0, head);
                var scores = Enumerable.Range(0, i + 1)
                    .Select(j => query.Zip(Part(j, 1, head), (a, b) => a * b).Sum() / Math.Sqrt(size)).ToArray();
                var p = Array.ConvertAll(LogSoftmax(scores), Math.Exp);
                heads.AddRange(Enumerable.Range(0, size).Select(k => p.Select((value, j) => value * Part(j, 2, head)[k]).Sum()));
            }

            return Linear($"{name}.attn.c_proj", [.. heads]);
        })];
    }

    private static double Gelu(double x) => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));

    private static double[] LogSoftmax(double[] scores)
    {
        var max = scores.Max();
        var log = max + Math.Log(scores.Sum(score => Math.Exp(score - max)));
        return Array.ConvertAll(scores, score => score - log);
    }

    private static double[] Plus(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];
}
