using Research.Numerics;

namespace Research.Learning.Optimization;

/// <summary>The learning rate of each update.</summary>
internal static class LearningRate
{
    /// <summary>
    /// Rate of update <paramref name="step"/> in [1, steps]: linear up to the full rate at the last warm-up step, then constant,
    /// or half a cosine that reaches the minimum at the last step.
    /// </summary>
    public static double Of(TrainingSpec spec, int step)
    {
        if (step <= spec.WarmupSteps)
        {
            return spec.LearningRate * step / spec.WarmupSteps;
        }

        if (spec.Schedule == RateSchedule.Constant)
        {
            return spec.LearningRate;
        }

        var progress = (double)(step - spec.WarmupSteps) / (spec.Steps - spec.WarmupSteps);
        var share = 0.5 * (1 + Elementary.Cos(Math.PI * progress));
        return spec.MinimalLearningRate + (share * (spec.LearningRate - spec.MinimalLearningRate));
    }
}
