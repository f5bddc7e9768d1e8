namespace Research.Numerics.Cpu;

/// <summary>How a matrix product is cut into work items. Free: no bit depends on it.</summary>
/// <param name="Rows">Rows of C per item.</param>
/// <param name="Panels">Panels of C per item.</param>
internal readonly record struct MatMulBlocking(int Rows, int Panels)
{
    /// <summary>Largest part of B that is packed at a time, in floats: 16 MB.</summary>
    public const long PackedLength = 1 << 22;

    // A row block of one K chunk (192 x 256 floats) stays in the second-level cache while the panels of B pass.
    private const int CacheRows = 192;

    /// <summary>Large items for one thread; for several at least four items each, as square as tiles allow.</summary>
    public static MatMulBlocking For(int threads, int m, int panels, int tileRows)
    {
        var rows = Math.Min(m, CacheRows);
        if (threads == 1)
            return new MatMulBlocking(rows, panels);
        var wanted = 4 * threads;
        while (rows > 4 * tileRows && Blocks(m, rows) < wanted)
            rows = Blocks(rows / 2, tileRows) * tileRows;
        var columns = panels;
        while (columns > 1 && Blocks(m, rows) * Blocks(panels, columns) < wanted)
            columns = (columns + 1) / 2;
        return new MatMulBlocking(rows, columns);
    }

    /// <summary>Number of blocks of <paramref name="size"/> that cover <paramref name="length"/>.</summary>
    public static int Blocks(int length, int size) => (int)(((long)length + size - 1) / size);
}
