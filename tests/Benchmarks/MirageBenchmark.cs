using System.Diagnostics;
using Research.Jobs;
using Research.Mirage.Emergence;
using Research.Mirage.Metrics;
using Research.Mirage.Scores;
using Research.Numerics;

namespace Research.Benchmarks;

/// <summary>What asking scores whether they emerge costs: edit distances, null distributions, a table from file to page's tables.</summary>
internal static class MirageBenchmark
{
    private const int Answers = 100_000;
    private const int Length = 5;

    /// <summary>Lengths of the curves in the two public tables of docs/score-tables.md; those of our own families are among them.</summary>
    private static readonly int[] CurveLengths = [4, 5, 6, 7, 8, 12, 14, 15, 27];

    public static IEnumerable<Measurement> Run(int threads, BenchmarkOptions options, Timing timing)
    {
        if (threads == 1) yield return EditDistances(options.Rehearsal ? Answers / 100 : Answers, timing);
        yield return Nulls(threads, options.Rehearsal ? 1000 : NullDistribution.DefaultDraws, options.Rehearsal);
        if (options.ScoreTable is not { } table) yield break;
        foreach (var measurement in Table(new FileInfo(table), threads, options.Rehearsal)) yield return measurement;
    }

    private static Measurement EditDistances(int count, Timing timing)
    {
        var (said, right) = (Digits("answers", count), Digits("targets", count));
        var total = 0L;
        var seconds = timing.Best(() =>
        {
            total = 0;
            for (var i = 0; i < count; i++)
                total += TokenEditDistance.Of(said.AsSpan(i * Length, Length), right.AsSpan(i * Length, Length));
        });
        GC.KeepAlive(total);
        return new("mirage", $"{count:N0}", $"token edit distances, {Length} digits drawn evenly", "CPU", 1, 1000 * seconds, "ms");
    }

    private static Measurement Nulls(int threads, int draws, bool once)
    {
        var seconds = Fewest(once ? 1 : 3, () =>
        {
            var nulls = new NullTable(draws, threads);
            foreach (var n in CurveLengths) nulls.Of(NullKind.RandomWalk, n);
        });
        return new("mirage", $"{draws:N0} draws", $"null distributions of both kinds for n = {string.Join(", ", CurveLengths)}", "CPU", threads, seconds, "s");
    }

    // The first turn counts too, since a user waits for it: it has the compiler's work in it.
    private static IEnumerable<Measurement> Table(FileInfo file, int threads, bool once)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-scores-").FullName;
        try
        {
            var (imports, analyses) = (new List<double>(), new List<double>());
            for (var turn = 0; turn < (once ? 1 : 4); turn++)
            {
                var job = new JobContext { Threads = threads };
                var spec = new ScoreImportSpec("", "", []);
                var scores = ScoreTable.Open(Directory.CreateDirectory(Path.Combine(folder, $"scores{turn}")).FullName);
                var analysis = ScoreReanalysis.Open(Directory.CreateDirectory(Path.Combine(folder, $"analysis{turn}")).FullName);
                imports.Add(Seconds(() => ScoreImport.Import(spec, file, scores, job)));
                analyses.Add(Seconds(() => ScoreAnalysis.Analyze(new(spec, once ? 1000 : NullDistribution.DefaultDraws), scores, analysis, job)));
            }

            yield return Of("imported, checked twice over", imports.Min());
            yield return Of("re-analyzed", analyses.Min());
            yield return Of("both, first time in the process", imports[0] + analyses[0]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Measurement Of(string what, double seconds) => new("mirage", file.Name.Split('.')[0], what, "CPU", threads, seconds, "s");
    }

    private static int[] Digits(string stream, int count)
    {
        var draws = new PhiloxStream(new Philox(1, $"benchmark/{stream}"));
        var digits = new int[count * Length];
        for (var i = 0; i < digits.Length; i++) digits[i] = draws.Below(10);
        return digits;
    }

    private static double Fewest(int turns, Action action) => Enumerable.Range(0, turns).Min(_ => Seconds(action));

    private static double Seconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
