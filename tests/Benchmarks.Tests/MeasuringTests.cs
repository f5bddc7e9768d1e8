using Research.Learning.Inference;
using Research.Learning.Models;
using Research.Numerics.Cpu;

namespace Research.Benchmarks.Tests;

public class MeasuringTests
{
    private static readonly ModelShape Shape = ModelShape.Tiny;

    [Fact]
    public void The_whole_pass_gives_the_answers_that_sharing_gives()
    {
        using var device = new CpuDevice(1, allowEmulatedFma: true);
        using var model = Gpt.Initialize(Shape.Spec, device, seed: 1);
        using var predictor = new Predictor(model);
        using var whole = new WholePass(model);
        var prompts = PromptSet.GrowingAtTheEnd(Shape, 3).OrderByDescending(prompt => prompt.Length).ToArray();

        var expected = predictor.AfterPrompts(prompts);

        var answers = whole.AfterPrompts(prompts);
        for (var i = 0; i < prompts.Length; i++)
            Assert.Equal(expected[i], answers.AsSpan(i * Shape.Vocabulary, Shape.Vocabulary));
    }

    [Fact]
    public void Prompts_grow_where_they_say()
    {
        var end = PromptSet.GrowingAtTheEnd(Shape, 2);
        var front = PromptSet.GrowingAtTheFront(Shape, 2);
        Assert.Equal([2, 4, 6, 8, 10, 2, 4, 6, 8, 10], end.Select(prompt => prompt.Length));
        Assert.Equal(end[4][..4], end[1]);
        Assert.Equal(front[4][^4..], front[1]);
        Assert.NotEqual(end[4], end[9]);
    }

    [Fact]
    public void What_training_must_hold_is_counted_by_hand()
    {
        // 2 blocks of width 16 with 2 heads: 12 x 256 weights and 2 gains each; embeddings of 19 and 12 rows; a last gain.
        const int Parameters = (2 * ((12 * 256) + 32)) + (31 * 16) + 16;
        const int PerToken = (2 * ((16 * 16) + (2 * 12))) + 32 + 19;
        Assert.Equal(4.0 * ((4 * Parameters) + (24 * PerToken)), MemoryBenchmark.BytesNeeded(Shape));
    }

    [Fact]
    public void One_thread_stands_beside_several()
    {
        Measurement[] measurements =
        [
            new("training", "small", "step", "CPU", 1, 1000, "tok/s", 0.815, "x", 2),
            new("training", "small", "step", "CPU", 4, 3500, "tok/s", 0.7, "x", 1.8),
            new("products", "small", "NN", "CPU", 1, 100, "GFLOP/s", 0.5, "OpenBLAS", 1.2),
            new("products", "small", "NT", "CPU", 1, 90, "GFLOP/s", 0.45, "OpenBLAS", 1.3),
            new("products", "small", "NN", "CPU", 4, 300, "GFLOP/s", 0.5, "OpenBLAS", 1.2),
            new("products", "small", "NT", "CPU", 4, 360, "GFLOP/s", 0.5, "OpenBLAS", 1.1),
            new("products", "small", "NN", "OpenBLAS 0.3.21", 1, 50, "GFLOP/s", 0.5),
        ];
        var table = MarkdownTables.Of(new Machine("P", 4, ["AVX2"], ".NET", "OS"), ["a note"], measurements);
        Assert.Contains(
            "| small | step (ratio: to x) | CPU | 1,000 tok/s | 3,500 tok/s | 3.50 | 82 % | 2.00 | 1.80 |", table, StringComparison.Ordinal);
        Assert.Contains(
            "| **small** | **the worst of them** | CPU | 90.0 GFLOP/s | 300 GFLOP/s | 3.00 | 45 % | 1.20 | 1.10 |", table, StringComparison.Ordinal);
        Assert.DoesNotContain("OpenBLAS 0", table, StringComparison.Ordinal);
        Assert.Contains("4 threads", table, StringComparison.Ordinal);
    }
}
