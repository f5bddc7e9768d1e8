using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Research.Numerics.Cpu;

namespace Research.Benchmarks;

/// <summary>
/// The most floating-point operations per second that one core does with an instruction set: independent fused
/// multiply-adds on registers. The yardstick of the matrix products.
/// </summary>
internal static class FmaPeak
{
    private const int Chains = 12;
    private const int Rounds = 20_000;

    /// <summary>10^9 operations per second of one core.</summary>
    public static double Measure(InstructionSet set, Timing timing)
    {
        var seconds = set switch
        {
            InstructionSet.Vector512 => timing.Best(() => Run<Fma512, Vector512<float>>()),
            InstructionSet.Vector256 => timing.Best(() => Run<Fma256, Vector256<float>>()),
            InstructionSet.Vector128 => timing.Best(() => Run<Fma128, Vector128<float>>()),
            _ => timing.Best(() => Run<Fma32, float>()),
        };
        return 2.0 * Chains * Rounds * (int)set / seconds / 1e9;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static TVector Run<TFma, TVector>()
        where TFma : IFma<TVector>
        where TVector : unmanaged
    {
        TVector c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11;
        c0 = c1 = c2 = c3 = c4 = c5 = c6 = c7 = c8 = c9 = c10 = c11 = default;
        var a = default(TVector);
        for (var round = 0; round < Rounds; round++)
        {
            c0 = TFma.Run(a, a, c0);
            c1 = TFma.Run(a, a, c1);
            c2 = TFma.Run(a, a, c2);
            c3 = TFma.Run(a, a, c3);
            c4 = TFma.Run(a, a, c4);
            c5 = TFma.Run(a, a, c5);
            c6 = TFma.Run(a, a, c6);
            c7 = TFma.Run(a, a, c7);
            c8 = TFma.Run(a, a, c8);
            c9 = TFma.Run(a, a, c9);
            c10 = TFma.Run(a, a, c10);
            c11 = TFma.Run(a, a, c11);
        }

        c0 = TFma.Run(c0, c1, TFma.Run(c2, c3, TFma.Run(c4, c5, c6)));
        return TFma.Run(c0, c7, TFma.Run(c8, c9, TFma.Run(c10, c11, c0)));
    }

    private interface IFma<TVector>
    {
        static abstract TVector Run(TVector a, TVector b, TVector c);
    }

    private readonly struct Fma512 : IFma<Vector512<float>>
    {
        public static Vector512<float> Run(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
            Vector512.FusedMultiplyAdd(a, b, c);
    }

    private readonly struct Fma256 : IFma<Vector256<float>>
    {
        public static Vector256<float> Run(Vector256<float> a, Vector256<float> b, Vector256<float> c) =>
            Vector256.FusedMultiplyAdd(a, b, c);
    }

    private readonly struct Fma128 : IFma<Vector128<float>>
    {
        public static Vector128<float> Run(Vector128<float> a, Vector128<float> b, Vector128<float> c) =>
            Vector128.FusedMultiplyAdd(a, b, c);
    }

    private readonly struct Fma32 : IFma<float>
    {
        public static float Run(float a, float b, float c) => MathF.FusedMultiplyAdd(a, b, c);
    }
}
