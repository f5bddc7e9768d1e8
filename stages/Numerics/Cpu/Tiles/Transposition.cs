using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Research.Numerics.Cpu.Tiles;

/// <summary>Transposing copy.</summary>
internal static unsafe class Transposition
{
    /// <summary>
    /// destination[k·width + j] = source[j·stride + k] for j below <paramref name="columns"/> and k below
    /// <paramref name="depth"/>; +0 for j from there to <paramref name="width"/>. With
    /// <paramref name="vectors"/> several at a time.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Copy(
        bool vectors, int columns, int depth, float* source, nint stride, float* destination, int width)
    {
        var wholeColumns = 0;
        var wholeDepth = 0;
        if (vectors && (Sse.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            wholeColumns = columns & ~3;
            wholeDepth = depth & ~3;
            var j = 0;
            if (Avx.IsSupported)
            {
                for (; j < (columns & ~7); j += 8)
                    CopyEightRows(wholeDepth, source + (j * stride), stride, destination + j, width);
                if (j < columns && columns > 8)
                {
                    // The last eight, some of them again.
                    CopyEightRows(wholeDepth, source + ((columns - 8) * stride), stride, destination + columns - 8, width);
                    j = wholeColumns = columns;
                }
            }

            for (; j < wholeColumns; j += 4)
            {
                for (var k = 0; k < wholeDepth; k += 4)
                {
                    // A line of one of the rows after the next four.
                    Prefetch.Line(source + ((j + 8 + ((k >> 2) & 3)) * stride) + k);
                    CopyFour(source + (j * stride) + k, stride, destination + ((nint)k * width) + j, width);
                }
            }
        }

        for (var k = wholeColumns == width ? wholeDepth : 0; k < depth; k++)
        {
            for (var j = k < wholeDepth ? wholeColumns : 0; j < width; j++)
                destination[((nint)k * width) + j] = j < columns ? source[(j * stride) + k] : 0f;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void CopyEightRows(int depth, float* source, nint stride, float* destination, nint width)
    {
        // While a line of each of these rows is read, one of each of the eight rows after the next is asked for.
        var ahead = source + (16 * stride);
        for (; depth >= 16; depth -= 16)
        {
            for (var rows = 0; rows < 4; rows++, source += 4, destination += 4 * width)
            {
                Prefetch.Line(ahead);
                Prefetch.Line(ahead + stride);
                ahead += 2 * stride;
                CopyEight(source, stride, destination, width);
            }

            ahead += 16 - (8 * stride);
        }

        for (; depth > 0; depth -= 4, source += 4, destination += 4 * width)
            CopyEight(source, stride, destination, width);
    }

    // Four elements of each of eight rows: a vector holds half of row r and half of row r + 4.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyEight(float* source, nint stride, float* destination, nint width)
    {
        var below = source + (4 * stride);
        var r04 = Vector256.Create(Vector128.Load(source), Vector128.Load(below));
        var r15 = Vector256.Create(Vector128.Load(source + stride), Vector128.Load(below + stride));
        var r26 = Vector256.Create(Vector128.Load(source + (2 * stride)), Vector128.Load(below + (2 * stride)));
        var r37 = Vector256.Create(Vector128.Load(source + (3 * stride)), Vector128.Load(below + (3 * stride)));
        var low01 = Avx.UnpackLow(r04, r15);
        var low23 = Avx.UnpackLow(r26, r37);
        var high01 = Avx.UnpackHigh(r04, r15);
        var high23 = Avx.UnpackHigh(r26, r37);
        Vector256.Store(Avx.Shuffle(low01, low23, 0x44), destination);
        Vector256.Store(Avx.Shuffle(low01, low23, 0xEE), destination + width);
        Vector256.Store(Avx.Shuffle(high01, high23, 0x44), destination + (2 * width));
        Vector256.Store(Avx.Shuffle(high01, high23, 0xEE), destination + (3 * width));
    }

    // Four elements of each of four rows; for processors with vectors of four.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyFour(float* source, nint stride, float* destination, nint width)
    {
        var r0 = Vector128.Load(source);
        var r1 = Vector128.Load(source + stride);
        var r2 = Vector128.Load(source + (2 * stride));
        var r3 = Vector128.Load(source + (3 * stride));
        var low01 = InterleaveLow(r0, r1);
        var low23 = InterleaveLow(r2, r3);
        var high01 = InterleaveHigh(r0, r1);
        var high23 = InterleaveHigh(r2, r3);
        Vector128.Store(LowHalves(low01, low23), destination);
        Vector128.Store(HighHalves(low01, low23), destination + width);
        Vector128.Store(LowHalves(high01, high23), destination + (2 * width));
        Vector128.Store(HighHalves(high01, high23), destination + (3 * width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> InterleaveLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b) : AdvSimd.Arm64.ZipLow(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> InterleaveHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b) : AdvSimd.Arm64.ZipHigh(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> LowHalves(Vector128<float> a, Vector128<float> b) => Sse.IsSupported
        ? Sse.MoveLowToHigh(a, b)
        : AdvSimd.Arm64.ZipLow(a.AsDouble(), b.AsDouble()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> HighHalves(Vector128<float> a, Vector128<float> b) => Sse.IsSupported
        ? Sse.MoveHighToLow(b, a)
        : AdvSimd.Arm64.ZipHigh(a.AsDouble(), b.AsDouble()).AsSingle();
}
