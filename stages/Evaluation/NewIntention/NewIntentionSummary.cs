using Research.Summaries;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.NewIntention;

/// <summary>
/// What the experiment on new intentions says, by kind and language: whether the model is nearer to the exact reader of its
/// language than to the truth, and whether examples bring it nearer to the truth than that reader.
/// </summary>
public static class NewIntentionSummary
{
    /// <summary>Summarizes all trainings.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<NewIntentionRow>> measured, Table<Number> output, JobContext job)
    {
        var rows = measured.SelectMany(table => table.Read()).ToList();
        var languages = rows.Select(row => row.Language).Distinct().Count();
        output.Write(rows.GroupBy(row => (row.Kind, row.Language))
            .SelectMany(part => Numbers($"{item.Experiment}.", Suffix(part.Key.Kind, part.Key.Language), [.. part]))
            .Prepend(new Number($"{item.Experiment}.languages", languages, "languages", null, null, measured.Count)));
    }

    private static IEnumerable<Number> Numbers(string prefix, string suffix, List<NewIntentionRow> rows)
    {
        var most = rows.Max(row => row.Examples);
        var none = rows.FindAll(row => row.Examples == 0);
        var last = rows.FindAll(row => row.Examples == most);
        Number Mean(string name, List<NewIntentionRow> of, Func<NewIntentionRow, double> quantity, string unit = "nats") =>
            Spread.OverSeeds(
                    [.. of.GroupBy(row => row.Seed).Select(seed => Moments.Mean([.. seed.Select(quantity)]))],
                    () => StudentInterval.OfMean(
                        [.. of.GroupBy(row => row.Trial).Select(trial => Moments.Mean([.. trial.Select(quantity)]))]))
                .ToNumber($"{prefix}{name}.{suffix}", unit);

        yield return Mean("model-mixture", rows, row => row.ModelToMixture);
        yield return Mean("apart", rows, row => row.ModelToTruth - row.ModelToMixture);
        yield return Mean("nearer", last, row => row.MixtureToTruth - row.ModelToTruth);
        foreach (var (name, part) in new[] { ("none", none), ("most", last) })
        {
            yield return Mean($"model-truth.{name}", part, row => row.ModelToTruth);
            yield return Mean($"mixture-truth.{name}", part, row => row.MixtureToTruth);
            yield return Mean($"learner-truth.{name}", part, row => row.LearnerToTruth);
            yield return Mean($"top-mass.{name}", part, row => row.TopMass, "");
        }
    }

    private static string Suffix(NewIntentionKind kind, string language)
    {
        var name = kind switch
        {
            NewIntentionKind.Combination => "combination",
            NewIntentionKind.NewRows => "new-rows",
            _ => "new-letters",
        };
        return $"{name}.{Naming.Slug(language)}";
    }
}
