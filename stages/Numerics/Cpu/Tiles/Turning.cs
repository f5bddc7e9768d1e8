using System.Runtime.CompilerServices;

namespace Research.Numerics.Cpu.Tiles;

/// <summary>
/// The transposing copy of <see cref="Columns"/> rows into a panel of as many columns, four elements of four rows with each step; a
/// multiple of <see cref="Columns"/> / 4 steps at a time.
/// </summary>
/// <param name="source">The rows.</param>
/// <param name="stride">Floats from one to the next.</param>
/// <param name="destination">The panel.</param>
internal unsafe struct Turning(float* source, nint stride, float* destination) : IBeside
{
    /// <summary>Columns of the panel: a panel of 16 lanes.</summary>
    public const int Columns = 32;

    private const int StepsAcross = Columns / 4;

    private float* source = source;
    private float* destination = destination;
    private int step;

    public static bool IsNothing => false;

    /// <summary>What remains to be done after so many steps.</summary>
    public readonly Turning After(int steps) => new(source + (steps / StepsAcross * 4), stride, destination + (steps / StepsAcross * 4 * Columns));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step()
    {
        // Until the next line of these rows is due, each of them is asked for once.
        Prefetch.Line(source + (((step / StepsAcross) & 3) * stride) + Prefetch.LineFloats);
        Transposition.CopyFour(source, stride, destination, Columns);
        source += 4 * stride;
        destination += 4;
        step++;
        if ((step & (StepsAcross - 1)) != 0)
            return;
        source += 4 - (Columns * stride);
        destination += 3 * Columns;
    }
}
