using System.Globalization;
using Research.Jobs;

namespace Research.Learning.Vision;

/// <summary>What the trainings of image networks say about themselves.</summary>
internal static class TrainingProgress
{
    private const int LogLines = 20;

    /// <summary>A row of the loss curve.</summary>
    /// <exception cref="InputException">The loss or the gradient is no finite number.</exception>
    public static LossRow Row(string name, int step, double loss, double rate, double squares, long images)
    {
        var norm = Math.Sqrt(squares);
        return double.IsFinite(loss) && double.IsFinite(norm)
            ? new LossRow(step, loss, rate, norm, images)
            : throw new InputException(
                string.Create(CultureInfo.InvariantCulture, $"the training diverged at step {step}: loss {loss}, gradient norm {norm}"), name,
                "Lower the learning rate, or warm up longer.");
    }

    /// <summary>Reports an update.</summary>
    public static void Tell(JobContext job, LossRow row, int steps, string unit)
    {
        if (row.Step % Math.Max(1, steps / LogLines) == 0)
        {
            job.Log.WriteLine($"step {row.Step}: loss {row.Loss:0.0000}, gradient norm {row.GradientNorm:0.000}");
        }

        job.Report(row.Tokens, (double)row.Tokens / row.Step * steps, unit, $"loss {row.Loss:0.000}");
    }
}
