using Research.Learning.Checkpoints;
using Research.Learning.Tuning;
using Research.Learning.Optimization;

namespace Research.Learning.Auditing;

/// <summary>Repeats segments of a training from their stored beginnings and compares every entry of the chain on the way.</summary>
internal sealed class SegmentReplay(
    Training item, CheckpointHeader header, Checkpoint checkpoint, RecordedTraining record, TrainingRun run,
    TuningStart? start = null)
{
    private readonly ChainSchedule schedule = new(item.Schedule);

    /// <summary>Replays a segment up to its end or to the first entry that differs.</summary>
    /// <param name="segment">One of the training's.</param>
    /// <param name="report">Called after each update with how many were made.</param>
    public SegmentResult Run(Segment segment, Action<int> report)
    {
        run.Restore(StateAt(segment.Start));
        var agreed = segment.Start;
        foreach (var entry in record.Chain.Where(row => row.Step > segment.Start && row.Step <= segment.End))
        {
            if (Differences(entry, segment.Start, report) is { Count: > 0 } differences)
            {
                return new SegmentResult(
                    segment, run.Step - segment.Start, new Mismatch(agreed, entry.Step, string.Join("; ", differences)));
            }

            agreed = entry.Step;
        }

        return new SegmentResult(segment, segment.Steps, null);
    }

    private List<string> Differences(ChainRow entry, int start, Action<int> report)
    {
        string? loss = null;
        try
        {
            while (run.Step < entry.Step)
            {
                var (row, recorded) = (run.Advance(), record.Losses[run.Step - 1]);
                loss ??= row == recorded ? null
                    : $"from step {row.Step} on the loss curve differs (recorded {recorded.Loss:R}, here {row.Loss:R})";
                report(run.Step - start);
            }
        }
        catch (DivergenceException e)
        {
            return [$"the replay cannot go on: {e.Message}"];
        }

        List<string> differences = loss is null ? [] : [loss];
        var digest = run.Digest();
        if (digest != entry.Digest)
        {
            differences.Add(FirstTensor(entry.Step) ?? Parts(digest, entry.Digest));
        }

        return differences;
    }

    private TrainingState StateAt(int step)
    {
        LossRow[] losses = [.. record.Losses.Take(step)];
        return step == 0 ? TrainingState.Initial(item, start)
            : step == item.Schedule.Steps ? checkpoint.ReadFinal(header with { Step = step }, losses)
            : checkpoint.ReadState(header with { Step = step }, losses);
    }

    // Digests only tell that something differs; where the numbers themselves are stored, the first tensor can be named.
    private string? FirstTensor(int step)
    {
        if (step < item.Schedule.Steps && !schedule.HasState(step))
        {
            return null;
        }

        var (recorded, here) = (StateAt(step), run.Capture());
        var layout = header.Layout;
        foreach (var (prefix, expected, found) in new[]
        {
            ("", recorded.Weights, here.Weights),
            (StateFile.First, recorded.FirstMoment, here.FirstMoment),
            (StateFile.Second, recorded.SecondMoment, here.SecondMoment),
        })
        {
            for (var i = 0; i < expected.Length; i++)
            {
                if (BitConverter.SingleToUInt32Bits(expected[i]) != BitConverter.SingleToUInt32Bits(found[i]))
                {
                    var tensor = layout.Tensors.First(tensor => i < tensor.Offset + tensor.Length);
                    return $"at step {step} the first tensor that differs is {prefix}{tensor.Name}, in element {i - tensor.Offset} "
                        + $"(recorded {expected[i]:R}, here {found[i]:R})";
                }
            }
        }

        return null;
    }

    private static string Parts(StateDigest here, StateDigest recorded)
    {
        var parts = new[]
        {
            (Name: "weights", Differs: here.Weights != recorded.Weights),
            (Name: "first moment", Differs: here.FirstMoment != recorded.FirstMoment),
            (Name: "second moment", Differs: here.SecondMoment != recorded.SecondMoment),
        };
        return $"different digests of {string.Join(", ", parts.Where(part => part.Differs).Select(part => part.Name))}";
    }
}
