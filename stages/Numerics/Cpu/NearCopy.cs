using Research.Numerics.Reference;

namespace Research.Numerics.Cpu;

/// <summary>
/// A copy of one K chunk of a left factor whose rows, or columns, lie so many bytes apart that a cache has room for few of them:
/// addresses that agree in their lower bits share a set.
/// </summary>
internal static unsafe class NearCopy
{
    // Floats after which addresses fall into the same set of a first-level cache, and how many of them it keeps.
    private const int Period = 1024;
    private const int Ways = 8;

    // Floats of a cache line. An odd number of lines leads round all sets.
    private const int Line = 16;

    /// <summary>
    /// Floats of memory for each worker; 0 if the factor is read where it lies. Element (i, k) of it is a[i·row + k·step].
    /// A high tile walks along more rows at once than there is room for, but down the columns it uses most of a line before it is
    /// lost; a low one the other way round.
    /// </summary>
    public static long Share(int tileRows, nint row, nint step, int rows) => IsAlongK(step)
        ? (row % Period == 0 && tileRows > Ways ? RowOfCopy(step) * (long)rows : 0)
        : (step % Period == 0 && tileRows < Ways ? Dot.Chunk * (long)StepOfCopy(rows, step) : 0);

    /// <summary>Floats from one row to the next in the copy.</summary>
    public static nint RowOfCopy(nint step) => IsAlongK(step) ? Odd(Dot.Chunk) : 1;

    /// <summary>Floats from one k to the next in the copy.</summary>
    public static nint StepOfCopy(int rows, nint step) => IsAlongK(step) ? 1 : Odd(rows);

    /// <summary>Copies the elements from i = 0 and k = 0.</summary>
    public static void Make(int rows, int depth, float* a, nint row, nint step, float* copy)
    {
        var (lines, length, stride, strideOfCopy) = IsAlongK(step)
            ? (rows, depth, row, RowOfCopy(step))
            : (depth, rows, step, StepOfCopy(rows, step));
        for (var line = 0; line < lines; line++)
        {
            new ReadOnlySpan<float>(a + (line * stride), length).CopyTo(
                new Span<float>(copy + (line * strideOfCopy), length));
        }
    }

    private static bool IsAlongK(nint step) => step == 1;

    private static nint Odd(int length) => (((length + Line - 1) / Line) | 1) * Line;
}
