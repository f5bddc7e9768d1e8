using Research.Jobs;

namespace Research.Learning;

/// <summary>
/// How a model is trained. The defaults are what the author's program really does (Jiang 2023, released code): AdamW at a
/// constant rate without warm-up, decay on the weights of linear layers only, gradients clipped to a global norm of 1.
/// </summary>
public sealed record TrainingSpec
{
    /// <summary>Number of updates; 0 keeps the initial weights.</summary>
    public required int Steps { get; init; }

    /// <summary>Windows of one update, each of the model's block length; at least 1.</summary>
    public required int Batch { get; init; }

    /// <summary>Highest learning rate; positive.</summary>
    public double LearningRate { get; init; } = 6e-4;

    /// <summary>Decay of AdamW's first moment; in [0, 1).</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of AdamW's second moment; in [0, 1).</summary>
    public double Beta2 { get; init; } = 0.95;

    /// <summary>Added to the root of the second moment; positive.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Decoupled decay of the weights of linear layers (not of embeddings and gains); 0 or more.</summary>
    public double WeightDecay { get; init; } = 0.1;

    /// <summary>Largest global gradient norm; larger gradients are scaled down to it. 0: never.</summary>
    public double ClipNorm { get; init; } = 1.0;

    /// <summary>Updates during which the rate rises linearly; from 0 to <see cref="Steps"/>.</summary>
    public int WarmupSteps { get; init; }

    /// <summary>How the rate goes after the warm-up.</summary>
    public RateSchedule Schedule { get; init; }

    /// <summary>Rate of the last update under <see cref="RateSchedule.Cosine"/>; from 0 to <see cref="LearningRate"/>.</summary>
    public double MinimalLearningRate { get; init; }

    /// <summary>
    /// Numbers of updates after which the weights are kept, ascending, from 0 (the initial weights) to <see cref="Steps"/>. The
    /// final weights are always kept.
    /// </summary>
    public IReadOnlyList<int> SnapshotSteps { get; init; } = [];

    /// <summary>
    /// Updates between entries of the digest chain, which has one at step 0, at every state or snapshot that is kept and at the
    /// last step in any case; 0: no others.
    /// </summary>
    public int DigestInterval { get; init; }

    /// <summary>
    /// Updates between states kept in full (weights and both moments, 12 bytes a parameter), between which an audit replays; 0:
    /// only the final one is kept, and the whole training is one segment.
    /// </summary>
    public int StateInterval { get; init; }

    /// <summary>Checks every number.</summary>
    /// <param name="where">What the message names as the place: a file, a profile key, a job.</param>
    /// <returns>This spec.</returns>
    /// <exception cref="InputException">A number is out of range.</exception>
    public TrainingSpec Validate(string where)
    {
        Require(Steps >= 0, nameof(Steps), Steps, "0 or more", where);
        Require(Batch >= 1, nameof(Batch), Batch, "1 or more", where);
        Require(LearningRate is > 0 and <= 1e3, nameof(LearningRate), LearningRate, "a positive number up to 1000", where);
        Require(Beta1 is >= 0 and < 1, nameof(Beta1), Beta1, "a number in [0, 1)", where);
        Require(Beta2 is >= 0 and < 1, nameof(Beta2), Beta2, "a number in [0, 1)", where);
        Require(Epsilon is > 0 and <= 1, nameof(Epsilon), Epsilon, "a number in (0, 1]", where);
        Require(WeightDecay is >= 0 and <= 1e3, nameof(WeightDecay), WeightDecay, "a number from 0 to 1000", where);
        Require(ClipNorm is >= 0 and <= 1e30, nameof(ClipNorm), ClipNorm, "0 (no clipping) or a positive number", where);
        Require(WarmupSteps >= 0 && WarmupSteps <= Steps, nameof(WarmupSteps), WarmupSteps, "a number from 0 to Steps", where);
        Require(Enum.IsDefined(Schedule), nameof(Schedule), Schedule, "Constant or Cosine", where);
        Require(
            MinimalLearningRate >= 0 && MinimalLearningRate <= LearningRate, nameof(MinimalLearningRate), MinimalLearningRate,
            "a number from 0 to LearningRate", where);
        Require(DigestInterval >= 0, nameof(DigestInterval), DigestInterval, "0 (no entries between) or more", where);
        Require(StateInterval >= 0, nameof(StateInterval), StateInterval, "0 (only the final state) or more", where);
        var previous = -1;
        foreach (var step in SnapshotSteps)
        {
            Require(step > previous && step <= Steps, nameof(SnapshotSteps), step, $"ascending numbers from 0 to Steps ({Steps})", where);
            previous = step;
        }

        return this;
    }

    /// <summary>Equal when every number is, the snapshot steps one by one included.</summary>
    public bool Equals(TrainingSpec? other) =>
        other is not null && Numbers == other.Numbers && SnapshotSteps.SequenceEqual(other.SnapshotSteps);

    /// <inheritdoc/>
    public override int GetHashCode() => Numbers.GetHashCode();

    private (int, int, double, double, double, double, double, (double, int, RateSchedule, double, int, int)) Numbers =>
        (Steps, Batch, LearningRate, Beta1, Beta2, Epsilon, WeightDecay,
            (ClipNorm, WarmupSteps, Schedule, MinimalLearningRate, DigestInterval, StateInterval));

    private static void Require<T>(bool valid, string name, T value, string range, string where)
    {
        if (!valid)
        {
            throw new InputException($"{name} is {value}", where, $"Set it to {range}.");
        }
    }
}
