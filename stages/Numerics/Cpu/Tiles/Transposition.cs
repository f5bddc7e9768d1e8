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
    /// <paramref name="depth"/>; +0 for j from there to <paramref name="width"/>, a multiple of 4 when
    /// <paramref name="vectors"/>.
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
            for (var j = 0; j < wholeColumns; j += 4)
            {
                for (var k = 0; k < wholeDepth; k += 4)
                {
                    // A line of one of the rows after the next four.
                    Prefetch.Line(source + ((j + 8 + ((k >> 2) & 3)) * stride) + k);
                    CopyBlock(source + (j * stride) + k, stride, destination + ((nint)k * width) + j, width);
                }
            }
        }

        for (var k = 0; k < depth; k++)
        {
            for (var j = k < wholeDepth ? wholeColumns : 0; j < width; j++)
                destination[((nint)k * width) + j] = j < columns ? source[(j * stride) + k] : 0f;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyBlock(float* source, nint stride, float* destination, nint width)
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
