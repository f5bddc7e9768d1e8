using Research.Jobs;
using Research.Tables;

namespace Research.Skills.Bounds;

/// <summary>From loss to wrong answers (Arora &amp; Goyal 2023, Theorem 3): the printed bound, a tighter one, and what is reached.</summary>
public static class ClozeErrorMeasurement
{
    private static readonly double[] Excesses = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1];

    /// <summary>Writes a row for each excess entropy.</summary>
    public static void Measure(ClozeErrorSpec item, Table<ClozeErrorRow> output, JobContext job) =>
        output.Write(Excesses.Select(excess => new ClozeErrorRow(
            excess, ClozeError.Printed(excess), ClozeError.Pinsker(excess), ClozeError.Largest(excess, item.Cells), ClozeError.Deterministic(excess))));
}
