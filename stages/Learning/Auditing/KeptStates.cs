using Research.Jobs;
using Research.Learning.Checkpoints;

namespace Research.Learning.Auditing;

/// <summary>Holds the files that a training kept on the way against its digest chain.</summary>
/// <param name="kept">Where they lie.</param>
/// <param name="header">The model; its step does not matter.</param>
/// <param name="spec">Says which weights are kept.</param>
/// <param name="schedule">Says which states are kept.</param>
internal sealed class KeptStates(Checkpoint kept, CheckpointHeader header, TrainingSpec spec, ChainSchedule schedule)
{
    /// <summary>Checks the weights and states of the steps that the chain has come to.</summary>
    /// <param name="chain">The entries.</param>
    /// <param name="losses">The loss curve, at least up to the last of these steps.</param>
    /// <param name="cancellation">Stops it between two files.</param>
    /// <exception cref="InputException">A file is missing, malformed, of another model or step, or not what the chain says.</exception>
    public void Check(IEnumerable<ChainRow> chain, IReadOnlyList<LossRow> losses, CancellationToken cancellation)
    {
        foreach (var row in chain)
        {
            cancellation.ThrowIfCancellationRequested();
            var expected = header with { Step = row.Step };
            if (spec.SnapshotSteps.Contains(row.Step))
            {
                Require(StateDigest.OfNumbers(kept.ReadSnapshot(expected)), row.Weights, "weights", row.Step, kept.Snapshot(row.Step));
            }

            if (schedule.HasState(row.Step))
            {
                Require(StateDigest.Of(kept.ReadState(expected, [.. losses.Take(row.Step)])), row, kept.State(row.Step), kept.State(row.Step));
            }
        }
    }

    /// <summary>Checks the final state.</summary>
    /// <inheritdoc cref="Check"/>
    public void CheckFinal(ChainRow row, IReadOnlyList<LossRow> losses) => Require(
        StateDigest.Of(kept.ReadFinal(header with { Step = row.Step }, losses)), row, kept.Final, kept.Optimizer);

    private static void Require(StateDigest found, ChainRow row, string weights, string moments)
    {
        Require(found.Weights, row.Weights, "weights", row.Step, weights);
        Require(found.FirstMoment, row.FirstMoment, "first moment", row.Step, moments);
        Require(found.SecondMoment, row.SecondMoment, "second moment", row.Step, moments);
    }

    private static void Require(string found, string expected, string part, int step, string path)
    {
        if (found != expected)
        {
            throw new InputException(
                $"the digest of the {part} of step {step} is {found[..12]}, the chain says {expected[..12]}", path,
                "The file or the chain was altered: get the artifact again from where it was made, or train again.");
        }
    }
}
