namespace Research.Learning.Auditing;

/// <summary>At which steps a training's state goes into the digest chain, and at which it is stored in full.</summary>
internal sealed class ChainSchedule
{
    private readonly HashSet<int> entries;
    private readonly HashSet<int> states;

    /// <param name="spec">A valid schedule.</param>
    public ChainSchedule(TrainingSpec spec)
    {
        States = [.. Multiples(spec.StateInterval, spec.Steps).Where(step => step < spec.Steps)];
        Entries = [.. Multiples(spec.DigestInterval, spec.Steps).Concat(States).Concat(spec.SnapshotSteps).Append(0).Append(spec.Steps)
            .Distinct().Order()];
        int[] borders = [0, .. States, spec.Steps];
        Segments = spec.Steps == 0 ? [] : [.. borders.Skip(1).Select((end, i) => new Segment(i + 1, borders[i], end))];
        (entries, states) = ([.. Entries], [.. States]);
    }

    /// <summary>Steps with an entry in the chain, ascending: 0, every stored state and snapshot, the last, and those between.</summary>
    public IReadOnlyList<int> Entries { get; }

    /// <summary>Steps whose whole state is stored beside the final one, ascending.</summary>
    public IReadOnlyList<int> States { get; }

    /// <summary>What lies between the states.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    public bool HasEntry(int step) => entries.Contains(step);

    public bool HasState(int step) => states.Contains(step);

    private static IEnumerable<int> Multiples(int interval, int most)
    {
        for (long step = interval; interval > 0 && step <= most; step += interval)
        {
            yield return (int)step;
        }
    }
}
