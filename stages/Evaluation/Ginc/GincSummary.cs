using Research.Summaries;
using Research.Jobs;
using Research.Tables;

namespace Research.Evaluation.Ginc;

/// <summary>What the GINC experiment says: accuracies, their trends over number and length of the examples, and the bounds.</summary>
public static class GincSummary
{
    private const double RelativeMargin = 1e-9;
    private const double AbsoluteMargin = 1e-12;

    /// <summary>Summarizes all trainings; the language's slots give the accuracy of a reader who knows the value alone.</summary>
    public static void Summarize(
        GincSummarySpec item, IReadOnlyList<Table<GincPromptRow>> prompts, IReadOnlyList<Table<GincCourseRow>> courses,
        Table<Number> output, JobContext job)
    {
        List<GincPromptRow> rows = [.. prompts.SelectMany(table => table.Read())];
        List<GincCourseRow> course = [.. courses.SelectMany(table => table.Read())];
        var accuracies = new GincAccuracies(item.Experiment, item.Language.Slots, rows);
        output.Write(
            accuracies.Numbers().Concat(accuracies.Trends()).Concat(accuracies.Ends())
                .Concat(Bounds(item.Experiment, rows)).Concat(Course(item.Experiment, course)));
    }

    private static IEnumerable<Number> Bounds(string experiment, List<GincPromptRow> rows)
    {
        var seen = rows.FindAll(row => row.Concepts == ConceptKind.Seen);
        var combined = seen.FindAll(row => row.Joint is not null);
        yield return Spread.OfMean(seen, row => row.Seed, row => row.Epsilon!.Value).ToNumber($"{experiment}.epsilon", "");
        yield return Count("understanding-violations", seen, row => row.ExactGap > (row.Epsilon * (1 + RelativeMargin)) + AbsoluteMargin);
        yield return Spread.OfShare(PerSeed(seen, row => row.ModelGap <= row.Epsilon + 0.05)).ToNumber($"{experiment}.model-within", "share");
        yield return Count("product-violations", combined, row => row.Joint > row.Product * (1 + RelativeMargin));
        yield return Count("odds-violations", combined, row => row.Joint > row.OddsBound * (1 + RelativeMargin));
        var most = rows.Max(row => row.Examples);
        var unseen = rows.FindAll(row => row.Concepts == ConceptKind.Unseen && row.Examples == most);
        yield return Spread.OfShare(PerSeed(unseen, row => row.ExactKl is null)).ToNumber($"{experiment}.impossible", "share");

        Number Count(string name, List<GincPromptRow> of, Predicate<GincPromptRow> violates) =>
            new($"{experiment}.{name}", of.Count(row => violates(row)), "of prompts", null, null, of.Count);
    }

    private static IEnumerable<Number> Course(string experiment, List<GincCourseRow> rows)
    {
        var last = rows.Max(row => row.Step);
        var final = rows.FindAll(row => row.Step == last);
        yield return Mean("loss", "nats/token", final, row => row.Loss);
        yield return Mean("optimum", "nats/token", final, row => row.Optimum);
        yield return Mean("excess", "nats/token", final, row => row.Loss - row.Optimum);
        var middle = rows.Where(row => row.Step < last).Select(row => row.Step).DefaultIfEmpty(last).MinBy(step => Math.Abs((2 * step) - last));
        var half = rows.FindAll(row => row.Step == middle);
        yield return Mean("course-middle", "share", half, Accuracy);
        yield return Mean("course-end", "share", final, Accuracy);
        var gains = final.Join(half, row => row.Seed, row => row.Seed, (end, begin) => (end.Seed, Gain: Accuracy(end) - Accuracy(begin))).ToList();
        yield return Spread.OfMean(gains, gain => gain.Seed, gain => gain.Gain).ToNumber($"{experiment}.course-gain", "share");

        Number Mean(string name, string unit, List<GincCourseRow> of, Func<GincCourseRow, double> quantity) =>
            Spread.OfMean(of, row => row.Seed, quantity).ToNumber($"{experiment}.{name}", unit);

        static double Accuracy(GincCourseRow row) => row.Correct / (double)row.Prompts;
    }

    private static List<(int Successes, int Trials)> PerSeed(IEnumerable<GincPromptRow> rows, Func<GincPromptRow, bool> succeeds) =>
        [.. rows.GroupBy(row => row.Seed).Select(seed => (seed.Count(succeeds), seed.Count()))];
}
