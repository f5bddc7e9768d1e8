using Research.Numerics.Devices;

namespace Research.Learning.Inference;

/// <summary>
/// What attention along paths has to be told: for each run of slots that follow one another, the whole path to its end.
/// </summary>
internal sealed class ContextPaths : IDisposable
{
    private readonly Device device;
    private readonly int[] offsets;
    private readonly int[] queries;
    private int[] rows;

    /// <param name="device">Where attention runs.</param>
    /// <param name="slots">Most slots that ask at once.</param>
    public ContextPaths(Device device, int slots)
    {
        this.device = device;
        (offsets, queries, rows) = (new int[slots + 1], new int[slots + 1], new int[4 * slots]);
        (Offsets, Queries, Rows) = (device.Ints(slots + 1), device.Ints(slots + 1), device.Ints(rows.Length));
    }

    /// <summary>Number of paths.</summary>
    public int Count { get; private set; }

    /// <summary>Rows of the longest path.</summary>
    public int Longest { get; private set; }

    /// <summary>Where each path begins in <see cref="Rows"/>.</summary>
    public IntBuffer Offsets { get; }

    /// <summary>Where each path's answers begin.</summary>
    public IntBuffer Queries { get; }

    /// <summary>The slots of the paths.</summary>
    public IntBuffer Rows { get; private set; }

    /// <summary>Paths for slots that ask, ascending; their answers come in this order.</summary>
    public void Fill(ContextTree tree, ReadOnlySpan<int> slots)
    {
        (Count, Longest) = (0, 0);
        for (var i = 0; i < slots.Length; i++)
        {
            var next = i + 1;
            if (next < slots.Length && slots[next] == slots[i] + 1 && tree.FollowsNeighbor(slots[next]))
            {
                continue;
            }

            var (start, length) = (offsets[Count], tree.Positions[slots[i]] + 1);
            if (start + length > rows.Length)
            {
                Array.Resize(ref rows, Math.Max(start + length, 2 * rows.Length));
            }

            tree.Path(slots[i], rows.AsSpan(start, length));
            Count++;
            (offsets[Count], queries[Count]) = (start + length, next);
            Longest = Math.Max(Longest, length);
        }

        Write();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Offsets.Dispose();
        Queries.Dispose();
        Rows.Dispose();
    }

    private void Write()
    {
        if (Rows.Length < rows.Length)
        {
            Rows.Dispose();
            Rows = device.Ints(rows.Length);
        }

        Offsets.Write(offsets.AsSpan(0, Count + 1));
        Queries.Write(queries.AsSpan(0, Count + 1));
        Rows.Write(rows.AsSpan(0, offsets[Count]));
    }
}
