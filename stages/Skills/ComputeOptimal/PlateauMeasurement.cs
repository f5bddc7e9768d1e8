using Research.Jobs;
using Research.Numerics;
using Research.Skills.Learners;
using Research.Tables;

namespace Research.Skills.ComputeOptimal;

/// <summary>Emergence and plateaus of accuracy over compute, where size is compute-optimal (Nayak &amp; Varshney 2024).</summary>
public static class PlateauMeasurement
{
    /// <summary>Writes a row for each budget and mix of tasks.</summary>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public static void Measure(PlateauSpec item, Table<PlateauRow> output, JobContext job)
    {
        var budgets = (item.LastDecade - item.FirstDecade) * PlateauSpec.BudgetsPerDecade;
        Range.Between(budgets, 1, 100_000, "budgets");
        var levels = new SkillLevels(item.Variant);
        var ratio = EmergenceThreshold.Of(1, levels.ConceptsOfText).Ratio;
        var mixes = Enum.GetValues<TaskMix>().Select(mix => (Mix: mix, Weights: mix.Weights())).ToList();
        output.Write(Enumerable.Range(0, budgets + 1).SelectMany(number =>
        {
            job.Report(number, budgets + 1, "budgets");
            var decade = item.FirstDecade + ((double)number / PlateauSpec.BudgetsPerDecade);
            var budget = Elementary.Pow(10, decade);
            var concepts = Math.Sqrt(budget / ratio);
            var giants = levels.Giants(concepts, budget / concepts);
            return mixes.Select(mix => new PlateauRow(
                item.Variant, mix.Mix, decade, budget * AllocationSpec.Operations, concepts, SkillLevels.Accuracy(giants, mix.Weights)));
        }));
    }
}
