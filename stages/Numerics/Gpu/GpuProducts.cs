namespace Research.Numerics.Gpu;

/// <summary>
/// Starts matrix products (rule S1) in the shape that fills the device: larger tiles where there are enough of them, and where even
/// small tiles are too few, one group for each chunk of 256, whose results are added in order. The shape changes no bit.
/// </summary>
internal sealed class GpuProducts(GpuDriver driver, GpuWorkspace workspace, int computeUnits)
{
    /// <summary>Rule S1's chunk.</summary>
    private const int Chunk = Reference.NumericSpecification.Chunk;

    private const int WorkItems = 256;
    private const long MostParts = 1 << 26;

    /// <summary>
    /// One product. C is contiguous: the results of its chunks, where they are computed apart, are added as if it were a vector.
    /// </summary>
    public void Run(int m, int n, int k, GpuMatrix a, GpuMatrix b, GpuMatrix c, bool accumulate)
    {
        if (m == 0 || n == 0) return;
        var (tile, groups) = ShapeOf(m, n, 1);
        var chunks = Groups(k, Chunk);
        // Scratch memory stays modest beside what a model needs.
        if (groups >= computeUnits || chunks < 2 || (long)chunks * m * n > MostParts)
        {
            Launch(tile, m, n, k, accumulate, 0, 1, a, b, c, 1);
            return;
        }

        var parts = workspace.Floats(chunks * m * n);
        Launch(tile, m, n, k, false, chunks, 1, a, b, new GpuMatrix(parts, 0, 0, 0, n, 1), chunks);
        driver.Launch(
            driver.Kernel("add_parts"), Groups(m * n, WorkItems), 1, 1, WorkItems,
            [chunks, m * n, accumulate ? 1 : 0, parts, 0, c.Memory, c.Offset]);
    }

    /// <summary>A product for each of outer · inner batches; uses no scratch memory.</summary>
    public void RunBatch(int outer, int inner, int m, int n, int k, GpuMatrix a, GpuMatrix b, GpuMatrix c)
    {
        if (m > 0 && n > 0 && outer * inner > 0)
            Launch(ShapeOf(m, n, outer * inner).Tile, m, n, k, false, 0, inner, a, b, c, outer * inner);
    }

    private static int Groups(int length, int size) => (length + size - 1) / size;

    private static long Groups(int m, int n, int batches, int tile) => (long)Groups(m, tile) * Groups(n, tile) * batches;

    private (int Tile, long Groups) ShapeOf(int m, int n, int batches)
    {
        var (small, large) = (KernelSource.Tiles[0].Tile, KernelSource.Tiles[^1].Tile);
        var groups = Groups(m, n, batches, large);
        return groups >= computeUnits ? (large, groups) : (small, Groups(m, n, batches, small));
    }

    private void Launch(
        int tile, int m, int n, int k, bool accumulate, int parts, int inner, GpuMatrix a, GpuMatrix b, GpuMatrix c, int z) =>
        driver.Launch(
            driver.Kernel($"matmul_{tile}"), Groups(n, tile), Groups(m, tile), z, WorkItems,
            [
                m, n, k, accumulate ? 1 : 0, parts, inner,
                a.Memory, a.Offset, a.Line, a.Step, a.Outer, a.Inner,
                b.Memory, b.Offset, b.Line, b.Step, b.Outer, b.Inner,
                c.Memory, c.Offset, c.Line, c.Outer, c.Inner,
            ]);
}
