using Research.Jobs;
using Research.Numerics;
using Research.Tables;

namespace Research.Skills.Scaling;

/// <summary>From scale to loss to failed texts to the largest tuple (Arora &amp; Goyal 2023, Takeaway 1), by what is scaled.</summary>
public static class TupleScalingMeasurement
{
    /// <summary>Writes a row for each direction and step.</summary>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public static void Measure(TupleScalingSpec item, Table<TupleScalingRow> output, JobContext job)
    {
        Range.Between(item.Steps, 2, 20, nameof(item.Steps));
        output.Write(Enum.GetValues<ScalingDirection>().SelectMany(direction => Rows(item, direction)));
    }

    /// <summary>The rows of one direction.</summary>
    internal static List<TupleScalingRow> Rows(TupleScalingSpec item, ScalingDirection direction)
    {
        var largest = new TupleReach(item.SkillsOfText, item.Alpha, item.Competence).LargestTheta();
        var rows = new List<TupleScalingRow>();
        for (var step = 0; step <= item.Steps; step++)
        {
            var growth = Elementary.Pow(10, direction == ScalingDirection.Computation ? 0.5 * step : step);
            var parameters = direction == ScalingDirection.Tokens ? item.Parameters : item.Parameters * growth;
            var excess = ScalingLaw.Excess(parameters, item.Tokens * growth);
            var theta = 2 * excess < 1 ? 2 * excess : 1;
            var tuple = largest / theta;
            rows.Add(new(
                direction, step, parameters, item.Tokens * growth, excess, theta, tuple, (int)tuple, step > 0 ? tuple / rows[^1].Tuple : null));
        }

        return rows;
    }
}
