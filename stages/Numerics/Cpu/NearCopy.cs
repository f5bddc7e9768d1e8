using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>
/// A copy of one K chunk of a left factor whose rows lie so many bytes apart that a cache has room for few of them: addresses that
/// agree in their lower bits share a set.
/// </summary>
internal static unsafe class NearCopy
{
    // Floats after which addresses fall into the same set of a first-level cache, and how many of them it keeps.
    private const int Period = 1024;
    private const int Ways = 8;

    // An odd number of lines leads round all sets.
    private const int Line = Prefetch.LineFloats;

    /// <summary>Floats from one row to the next in the copy.</summary>
    public const int Row = Dot.Chunk + Line;

    /// <summary>
    /// Whether a left factor with elements a[i·row + k·step] is better copied: a high tile walks along more rows at once than there is
    /// room for, but down the columns it uses most of a line before it is lost.
    /// </summary>
    public static bool Suits(int tileRows, nint row, nint step) => step == 1 && row % Period == 0 && tileRows > Ways;

    /// <summary>Floats of memory.</summary>
    public static long Length(int rows) => Row * (long)rows;

    /// <summary>Copies the elements a[i·row + k].</summary>
    public static void Make(int rows, int depth, float* a, nint row, float* copy)
    {
        for (var i = 0; i < rows; i++, a += row, copy += Row)
            new ReadOnlySpan<float>(a, depth).CopyTo(new Span<float>(copy, depth));
    }
}
