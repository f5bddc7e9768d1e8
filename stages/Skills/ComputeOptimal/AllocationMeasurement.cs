using Research.Jobs;
using Research.Numerics;
using Research.Skills.Learners;
using Research.Skills.Scaling;
using Research.Tables;

namespace Research.Skills.ComputeOptimal;

/// <summary>The compute-optimal division of budgets, beside the threshold of abstract learners and the published scaling law.</summary>
public static class AllocationMeasurement
{
    private const double ParametersOfConcept = 2e5;
    private const double TokensOfText = 8e5;

    /// <summary>Writes a row for each budget.</summary>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public static void Measure(AllocationSpec item, Table<AllocationRow> output, JobContext job)
    {
        Range.Between(item.BudgetsPerDecade, 1, 1000, nameof(item.BudgetsPerDecade));
        var budgets = (item.LastDecade - item.FirstDecade) * item.BudgetsPerDecade;
        Range.Between(budgets, 1, 100_000, "budgets");
        output.Write(Enumerable.Range(0, budgets + 1).Select(number =>
        {
            job.Report(number, budgets + 1, "budgets");
            return Row(item.Signs, Elementary.Pow(10, item.FirstDecade + ((double)number / item.BudgetsPerDecade)));
        }));
    }

    private static AllocationRow Row(ScalingSigns signs, double budget)
    {
        var allocation = new SizeAllocation(budget, signs);
        var concepts = allocation.BestConcepts();
        var texts = budget / concepts;
        var (law, learned) = (allocation.LawAt(concepts), allocation.Learned(concepts));
        // At the smallest budgets a text holds every concept; the formula of the error needs more.
        double? error = concepts > allocation.ConceptsOfText ? TrainingError.Of(1 - learned / concepts, concepts, allocation.ConceptsOfText) : null;
        return new(
            signs, budget, budget * AllocationSpec.Operations, concepts, texts / concepts, EmergenceThreshold.Of(1, allocation.ConceptsOfText).Ratio, law.Threshold,
            law.Scaling, learned, error, error is { } known ? TrainingError.LeastExcess(known) : null,
            ScalingLaw.Excess(ParametersOfConcept * concepts, TokensOfText * texts));
    }
}
