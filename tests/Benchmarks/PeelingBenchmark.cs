using Research.Numerics.Statistics;
using Research.Skills.Learners;
using Research.Skills.Peeling;

namespace Research.Benchmarks;

/// <summary>Random graphs of skills and texts: drawn, sorted and peeled, in edges a second; how time grows with edges.</summary>
internal static class PeelingBenchmark
{
    private const double Load = 3;
    private const double Ratio = 1.1;

    public static IEnumerable<Measurement> Run(int threads, BenchmarkOptions options, Timing timing)
    {
        int[] sizes = options.Rehearsal ? [1_000, 3_000, 10_000] : [100_000, 1_000_000, 10_000_000];
        var edges = new List<double>();
        var times = new List<double>();
        var measurements = new List<Measurement>();
        foreach (var skills in sizes)
        {
            ProcessMemory.ResetPeak();
            var spec = GraphSpec.Poisson(skills, Load, Ratio, seed: 1);
            var graph = GraphGenerator.Generate(spec, threads);
            var (draw, peel) = timing.BestOfFew(
                () => graph = GraphGenerator.Generate(spec, threads), () => PeelingDecoder.Peel(graph, limit: 1, threads: threads));
            edges.Add(graph.Edges);
            times.Add(draw + peel);
            measurements.Add(Of(skills, "drawn and sorted both ways", graph.Edges / draw / 1e6, "M edges/s"));
            measurements.Add(Of(skills, "peeled", graph.Edges / peel / 1e6, "M edges/s"));
            measurements.Add(Of(skills, "both", graph.Edges / (draw + peel) / 1e6, "M edges/s"));
            measurements.Add(Of(skills, "memory of the whole process, peak", ProcessMemory.Peak / 1e6, "MB"));
        }

        var slope = LinearRegression.Fit([.. edges.Select(count => Math.Log(count))], [.. times.Select(time => Math.Log(time))]).Slope;
        measurements.Add(new("peeling", "all sizes", "exponent of the time in edges", "CPU", threads, slope, ""));
        if (threads == 1) measurements.AddRange(Evolution(timing));
        return measurements;

        Measurement Of(int skills, string what, double value, string unit) =>
            new("peeling", $"{skills:N0} skills", what, "CPU", threads, value, unit);
    }

    private static IEnumerable<Measurement> Evolution(Timing timing)
    {
        foreach (var (limit, load, ratio) in new[] { (1, 3, 1.1), (1, 3, 1.04), (2, 5, 0.53), (1, 5, 2.4) })
        {
            var evolution = new DensityEvolution(new SkillLearner(limit), load, ratio);
            yield return new(
                "peeling", $"D={limit} c={load} R={ratio}", "density evolution to a fixed point", "CPU", 1, 1e6 * timing.Best(() => evolution.Solve()), "us");
        }
    }
}
