using Research.Summaries;
using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Scale;

/// <summary>
/// What the grid of models says: how gap and ability go together over the trained models, and the stages of ability over
/// the gap, all moments of all trainings taken together.
/// </summary>
public static class ScaleSummary
{
    private const int FewestPoints = 3;

    /// <summary>Summarizes all models.</summary>
    /// <exception cref="InputException">The models have fewer than three different gaps.</exception>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<ScaleRow>> scale, Table<Number> output, JobContext job)
    {
        List<ScaleRow[]> models = [.. scale.SelectMany(table => table.Read())
            .GroupBy(row => (row.Language, row.Layers, row.Width, row.Messages, row.Seed))
            .Select(model => model.OrderBy(row => row.Step).ToArray())];
        if (models.SelectMany(model => model).Select(row => row.Gap).Distinct().Count() < FewestPoints)
        {
            throw new InputException(
                "the models have fewer than three different gaps", item.Experiment,
                "Give more widths, corpora, noise levels or snapshots.");
        }

        output.Write([
            .. Correlations(item.Experiment, models.ConvertAll(model => model[^1])),
            .. new AbilityStages(models).Numbers(item.Experiment)]);
    }

    private static IEnumerable<Number> Correlations(string experiment, List<ScaleRow> final)
    {
        yield return new Number($"{experiment}.models", final.Count, "models", null, null, final.Count);
        foreach (var number in OfModels("ability", "", final, row => row.Ability)) yield return number;
        foreach (var number in OfModels("gain", "", final, row => row.Gain)) yield return number;
        foreach (var language in final.GroupBy(row => row.Language))
        {
            var slug = $".{Naming.Slug(language.Key)}";
            foreach (var number in OfModels("ability-within", slug, [.. language], row => row.Ability))
                yield return number;
        }

        IEnumerable<Number> OfModels(string quantity, string of, List<ScaleRow> rows, Func<ScaleRow, double> measure)
        {
            // Three models are the fewest that ranks can say anything about.
            if (rows.Count < 3) yield break;
            var test = Spearman.Test([.. rows.Select(row => row.Gap)], [.. rows.Select(measure)]);
            // Where all models are equal in what is measured, ranks show no relation.
            var coefficient = double.IsNaN(test.Coefficient) ? 0 : test.Coefficient;
            yield return new($"{experiment}.{quantity}.correlation{of}", coefficient, "", null, null, test.N);
            yield return new($"{experiment}.{quantity}.correlation-p{of}", test.PFalling, "p-value", null, null, test.N);
        }
    }
}
