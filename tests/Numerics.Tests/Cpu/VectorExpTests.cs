using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Research.Numerics.Cpu;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Reference;

namespace Research.Numerics.Tests.Cpu;

/// <summary>The vector exponential has the bits of the scalar one over all bit patterns.</summary>
public unsafe class VectorExpTests
{
    [SkippableFact]
    public void With_512_bits() => Check<Simd512, Vector512<float>>(InstructionSet.Vector512);

    [SkippableFact]
    public void With_256_bits() => Check<Simd256, Vector256<float>>(InstructionSet.Vector256);

    [SkippableFact]
    public void With_128_bits() => Check<Simd128, Vector128<float>>(InstructionSet.Vector128);

    private static void Check<TSimd, TVector>(InstructionSet set)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        Skip.IfNot(InstructionSets.IsAvailable(set), $"This processor has no {set}.");
        var memory = (float*)NativeMemory.AlignedAlloc(64, 64);
        for (ulong pattern = 0; pattern <= uint.MaxValue; pattern += 16 * 6007)
        {
            for (var lane = 0; lane < TSimd.Width; lane++)
                memory[lane] = BitConverter.UInt32BitsToSingle((uint)pattern + ((uint)lane * 6007));
            var vector = SimdFunctions<TSimd, TVector>.Exp(TSimd.Load(memory));
            for (var lane = 0; lane < TSimd.Width; lane++)
            {
                var expected = FloatFunctions.Exp(memory[lane]);
                var actual = ((float*)&vector)[lane];
                if (!float.IsNaN(expected))
                    Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(actual));
            }
        }

        NativeMemory.AlignedFree(memory);
    }
}
