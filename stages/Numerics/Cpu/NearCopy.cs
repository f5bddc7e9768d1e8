using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>
/// A copy of one K chunk of a transposed left factor whose rows lie so many bytes apart that a cache has room for few of them:
/// addresses that agree in their lower bits share a set.
/// </summary>
internal static unsafe class NearCopy
{
    // Floats after which addresses fall into the same set of a first-level cache.
    private const int Period = 1024;

    // Floats of a cache line. An odd number of lines leads round all sets.
    private const int Line = 16;

    /// <summary>
    /// Floats of memory for each worker; 0 if a factor with this step is read where it lies. A high tile uses most of a
    /// line before it is lost, so that a copy gains nothing.
    /// </summary>
    public static long Share(int tileRows, nint step, int rows) =>
        step % Period == 0 && tileRows < Line / 2 ? Dot.Chunk * (long)Step(rows) : 0;

    /// <summary>Floats from one k to the next in the copy.</summary>
    public static nint Step(int rows) => (((rows + Line - 1) / Line) | 1) * Line;

    /// <summary>Copies a[i + k·step] to copy[i + k·<see cref="Step"/>].</summary>
    public static void Make(int rows, int depth, float* a, nint step, float* copy)
    {
        for (var k = 0; k < depth; k++)
            new ReadOnlySpan<float>(a + (k * step), rows).CopyTo(new Span<float>(copy + (k * Step(rows)), rows));
    }
}
