using Research.Jobs;
using Research.Tables;

namespace Research.Skills.Learners;

/// <summary>The phase diagram of a learner: between its two thresholds, knowledge at the start decides.</summary>
public static class PhaseMeasurement
{
    /// <summary>Computes the thresholds from just above the critical load on.</summary>
    public static void Measure(PhaseSpec item, Table<PhaseRow> output, JobContext job)
    {
        var critical = EmergenceThreshold.CriticalLoad(item.Limit);
        output.Write(
            from point in Enumerable.Range(1, item.Points)
            let threshold = EmergenceThreshold.Of(item.Limit, critical * (1 + ((item.MostMultiple - 1) * point / item.Points)))
            select new PhaseRow(
                item.Limit, threshold.Load, threshold.Ratio, threshold.LowRatio, threshold.UnlearnedBelow, threshold.UnlearnedAbove));
    }
}
