namespace Research.Learning.Inference;

/// <summary>The moments of a training at which its weights were kept.</summary>
public static class TrainingCourse
{
    /// <summary>
    /// Steps in order, each with the snapshot that holds its weights; null for the final weights, which come last. A
    /// snapshot of the last step holds the final weights too and is left out: it would count them twice.
    /// </summary>
    public static IReadOnlyList<(int Step, int? Snapshot)> Of(Training training, Checkpoint checkpoint)
    {
        var last = training.Schedule.Steps;
        return [.. checkpoint.SnapshotSteps.Where(step => step < last).Select(step => (step, (int?)step)), (last, null)];
    }
}
