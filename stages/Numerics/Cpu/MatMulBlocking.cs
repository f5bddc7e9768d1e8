namespace Research.Numerics.Cpu;

/// <summary>How a matrix product is cut into work items. Free: no bit depends on it.</summary>
/// <param name="Rows">Rows of C per item.</param>
/// <param name="Panels">Panels of C per item.</param>
/// <param name="PackInItems">
/// Whether each item sees to its own part of B, K chunk by K chunk, instead of all of B being packed before.
/// </param>
internal readonly record struct MatMulBlocking(int Rows, int Panels, bool PackInItems)
{
    /// <summary>Largest part of B that is packed before the product, in floats: 16 MB.</summary>
    public const long PackedLength = 1 << 22;

    // With one K chunk of 256, a row block of A stays in the second-level cache, while panels of B and tiles of C pass: the more rows
    // each panel serves, the less its way from farther memory costs.
    private const int CacheRows = 384;

    // Where A is copied, it is copied for each block of columns: the fewer of them, the better.
    private const int CacheColumns = 1024;

    // A result of this size stays in the second-level cache while all K chunks are added to it; so few rows or columns repay no
    // separate passage over B.
    private const long CacheResult = 1 << 17;

    /// <summary>Few large items for one thread; at least four items for each of several threads.</summary>
    /// <param name="threads">Threads that share the items.</param>
    /// <param name="m">Rows of C.</param>
    /// <param name="n">Columns of C.</param>
    /// <param name="tileRows">Rows of a tile.</param>
    /// <param name="panelWidth">Columns of a panel.</param>
    public static MatMulBlocking For(int threads, int m, int n, int tileRows, int panelWidth)
    {
        var packInItems = (long)m * n <= CacheResult;
        var panels = Blocks(n, panelWidth);
        var rows = packInItems ? m : Math.Min(m, EvenRows(threads, m, tileRows));
        var columns = Math.Min(panels, CacheColumns / panelWidth);
        var wanted = threads == 1 ? 1 : 4 * threads;
        while (columns > (packInItems ? 1 : 4) && Blocks(m, rows) * Blocks(panels, columns) < wanted)
            columns = (columns + 1) / 2;
        while (rows > 4 * tileRows && Blocks(m, rows) * Blocks(panels, columns) < wanted)
            rows = Blocks(rows / 2, tileRows) * tileRows;
        return new MatMulBlocking(rows, columns, packInItems);
    }

    // Blocks of about the same size, as many for each thread.
    private static int EvenRows(int threads, int m, int tileRows)
    {
        var blocks = Blocks(Blocks(m, CacheRows), threads) * threads;
        return Blocks(Blocks(m, blocks), tileRows) * tileRows;
    }

    /// <summary>Number of blocks of <paramref name="size"/> that cover <paramref name="length"/>.</summary>
    public static int Blocks(int length, int size) => (int)(((long)length + size - 1) / size);
}
