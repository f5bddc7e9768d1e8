using System.Globalization;
using Research.Jobs;
using Research.Languages.SkillTexts;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Learned;

/// <summary>
/// Where skills emerge over the ratio of texts to skills, for models and for the abstract readers of the same texts: the ratio at which
/// the ability on fresh texts reaches 1/2, seed by seed.
/// </summary>
public static class EmergenceSummary
{
    /// <summary>Summarizes all trainings and readings.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<LearnedTextsRow>> texts, IReadOnlyList<Table<ReaderCurveRow>> readers,
        IReadOnlyList<Table<EvolutionCurveRow>> evolution, Table<Number> output, JobContext job)
    {
        List<LearnedTextsRow> fresh = [.. texts.SelectMany(table => table.Read()).Where(row => row is { HeldOut: 0, Kind: TextKind.Fresh })];
        var counted = fresh.FindAll(row => row.Answer == AnswerForm.Counted);
        var last = counted.Max(row => row.Step);
        List<ReaderCurveRow> curves = [.. readers.SelectMany(table => table.Read())];
        List<EvolutionCurveRow> predictions = [.. evolution.SelectMany(table => table.Read())];
        output.Write(counted.GroupBy(row => row.Load)
            .SelectMany(load => OfLoad(
                item.Experiment, load.Key, last, [.. load], curves.FindAll(row => row.Load == load.Key), predictions.Find(row => row.Load == load.Key)?.Threshold))
            .Concat(Itemized(item.Experiment, fresh.FindAll(row => row.Answer == AnswerForm.Itemized && row.Step == last))));
    }

    private static IEnumerable<Number> OfLoad(
        string experiment, double load, int last, List<LearnedTextsRow> rows, List<ReaderCurveRow> curves, double? threshold)
    {
        var slug = string.Create(CultureInfo.InvariantCulture, $"c{load}");
        if (threshold is { } ratio) yield return new($"{experiment}.threshold.{slug}", ratio, "texts per skill", null, null, 1);
        var final = Halves(rows.FindAll(row => row.Step == last), abilities => abilities.Single());
        var best = Halves(rows, abilities => abilities.Max());
        var halves = new Dictionary<string, SortedDictionary<int, double?>> { ["model"] = final, ["model-at-best"] = best };
        foreach (var (name, reader) in Readers) halves[name] = OfReader(curves, reader);
        foreach (var (name, bySeed) in halves)
        {
            var reached = bySeed.Values.Count(half => half is not null);
            yield return new($"{experiment}.emerged.{name}.{slug}", reached, "of seeds", null, null, bySeed.Count);
            if (reached == bySeed.Count) yield return Geometric([.. bySeed.Values.Select(half => half!.Value)]).ToNumber($"{experiment}.half.{name}.{slug}", "texts per skill");
        }

        foreach (var (name, _) in Readers)
        {
            double?[] quotients = [.. final.Select(seed => seed.Value / halves[name][seed.Key])];
            if (quotients.All(quotient => quotient is not null))
                yield return Geometric([.. quotients.Select(quotient => quotient!.Value)]).ToNumber($"{experiment}.against-{name}.{slug}", "");
        }
    }

    private static IEnumerable<(string Name, AbstractReader Reader)> Readers =>
        [("one-skill", AbstractReader.OneSkill), ("counting", AbstractReader.Counting), ("linear", AbstractReader.Linear)];

    private static SortedDictionary<int, double?> OfReader(List<ReaderCurveRow> curves, AbstractReader reader) => new(curves
        .Where(row => row.Reader == reader).GroupBy(row => row.Seed)
        .ToDictionary(seed => seed.Key, seed => HalfRatio.Of([.. seed.OrderBy(row => row.Ratio).Select(row => (row.Ratio, row.Ability))])));

    /// <summary>By seed; the ability at a ratio is chosen among those of the moments of the training.</summary>
    private static SortedDictionary<int, double?> Halves(List<LearnedTextsRow> rows, Func<IEnumerable<double>, double> choose) => new(rows
        .GroupBy(row => row.Seed)
        .ToDictionary(seed => seed.Key, seed => HalfRatio.Of([.. seed
            .GroupBy(row => row.Ratio).OrderBy(ratio => ratio.Key)
            .Select(ratio => (ratio.Key, choose(ratio.GroupBy(row => row.Step).Select(moment => Ability([.. moment])))))])));

    /// <summary>(accuracy - guessing) / (1 - guessing) over texts of all sizes.</summary>
    private static double Ability(List<LearnedTextsRow> sizes)
    {
        var guessing = Share(sizes, row => row.Guessing);
        return (Share(sizes, row => row.Correct / (double)row.Texts) - guessing) / (1 - guessing);
    }

    /// <summary>By how much the accuracy of models whose texts answer for each skill exceeds that of a reader who knows what occurs.</summary>
    private static IEnumerable<Number> Itemized(string experiment, List<LearnedTextsRow> rows)
    {
        if (rows.Count == 0) yield break;
        var gaps = rows.GroupBy(row => (row.Seed, row.Ratio))
            .Select(model => (model.Key.Seed, Gap: Share([.. model], row => row.Correct / (double)row.Texts) - Share([.. model], row => row.Occurring))).ToList();
        yield return Spread.OfMean(gaps, gap => gap.Seed, gap => gap.Gap).ToNumber($"{experiment}.itemized-gap", "share");
    }

    private static double Share(List<LearnedTextsRow> rows, Func<LearnedTextsRow, double> of)
    {
        double sum = 0, texts = 0;
        foreach (var row in rows)
        {
            sum += row.Texts * of(row);
            texts += row.Texts;
        }

        return sum / texts;
    }

    /// <summary>Geometric mean with Student's interval of the logarithms.</summary>
    private static Estimate Geometric(double[] values)
    {
        var logs = StudentInterval.OfMean(Array.ConvertAll(values, Elementary.Log));
        return new(Elementary.Exp(logs.Value), Elementary.Exp(logs.Low), Elementary.Exp(logs.High), logs.N);
    }
}
