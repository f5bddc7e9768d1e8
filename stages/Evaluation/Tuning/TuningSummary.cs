using Research.Summaries;
using Research.Jobs;
using Research.Languages.Tuning;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Tuning;

/// <summary>
/// What instruction tuning moved, method by method: the transitions after it, and how much the distribution within messages changed,
/// prompt by prompt.
/// </summary>
public static class TuningSummary
{
    /// <summary>Summarizes all fine-tunings; a profile may have none, which is then the only number.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<TuningRow>> tunings, Table<Number> output, JobContext job)
    {
        var methods = tunings.SelectMany(table => table.Read()).GroupBy(row => row.Method).Select(rows => new Method(rows)).ToList();
        output.Write([
            new($"{item.Experiment}.tunings", tunings.Count, "fine-tunings", null, null, tunings.Count),
            .. methods.Take(1).SelectMany(method => OfBase(item.Experiment, method)),
            .. methods.SelectMany(method => OfMethod(item.Experiment, method))]);
    }

    /// <summary>Before any tuning all methods are alike.</summary>
    private static IEnumerable<Number> OfBase(string experiment, Method method)
    {
        yield return method.Before(TuningRole.Prompt, row => row.Answer).ToNumber($"{experiment}.base.answer", "probability");
        foreach (var role in Enum.GetValues<TuningRole>())
        {
            yield return method.Before(role, row => row.WithinKl).ToNumber($"{experiment}.base.within.{Name(role)}", "nats");
        }
    }

    private static IEnumerable<Number> OfMethod(string experiment, Method method)
    {
        var slug = Naming.Slug(method.Name);
        yield return method.After(TuningRole.Prompt, row => row.Answer).ToNumber($"{experiment}.moved.{slug}", "probability");
        yield return method.After(TuningRole.Answer, row => row.TargetDistance).ToNumber($"{experiment}.answer-row.{slug}", "total variation");
        yield return method.After(TuningRole.HeldOut, row => row.Answer).ToNumber($"{experiment}.generalized.{slug}", "probability");
        yield return method.After(TuningRole.HeldOut, row => row.BaseDistance).ToNumber($"{experiment}.held-out-row.{slug}", "total variation");
        foreach (var role in Enum.GetValues<TuningRole>())
        {
            yield return method.Change(role, row => row.WithinKl).ToNumber($"{experiment}.within-change.{Name(role)}.{slug}", "nats");
        }
    }

    private static string Name(TuningRole role) => role switch
    {
        TuningRole.Prompt => "prompt",
        TuningRole.Answer => "answer",
        _ => "held-out",
    };

    /// <summary>The rows of one method, before and after.</summary>
    private sealed class Method(IGrouping<string, TuningRow> rows)
    {
        private readonly List<TuningRow> before = [.. rows.Where(row => row.Step == 0)];
        private readonly List<TuningRow> after = AtLastStep([.. rows]);

        public string Name { get; } = rows.Key;

        public Estimate Before(TuningRole role, Func<TuningRow, double> of) => Mean(before.FindAll(row => row.Role == role), of);

        public Estimate After(TuningRole role, Func<TuningRow, double> of) => Mean(after.FindAll(row => row.Role == role), of);

        /// <summary>After minus before, each prompt with itself.</summary>
        public Estimate Change(TuningRole role, Func<TuningRow, double> of)
        {
            var earlier = before.ToDictionary(Key, of);
            List<(int Seed, double Change)> changes = [
                .. after.Where(row => row.Role == role).Select(row => (row.Seed, of(row) - earlier[Key(row)]))];
            return Spread.OfMean(changes, change => change.Seed, change => change.Change);
        }

        private static List<TuningRow> AtLastStep(List<TuningRow> all)
        {
            var last = all.Max(row => row.Step);
            return all.FindAll(row => row.Step == last);
        }

        private static Estimate Mean(List<TuningRow> some, Func<TuningRow, double> of) => Spread.OfMean(some, row => row.Seed, of);

        private static (int, int, int, int) Key(TuningRow row) => (row.Seed, row.Intention, row.Earlier, row.Prompt);
    }
}
