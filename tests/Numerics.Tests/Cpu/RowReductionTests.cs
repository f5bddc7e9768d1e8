using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Research.Numerics.Cpu;
using Research.Numerics.Cpu.Simd;
using Research.Numerics.Reference;

namespace Research.Numerics.Tests.Cpu;

/// <summary>Row sums in vectors have the bits of the 32 lanes, whatever follows the row in memory.</summary>
public unsafe class RowReductionTests
{
    [SkippableFact]
    public void With_512_bits() => Check<Simd512, Vector512<float>>(InstructionSet.Vector512);

    [SkippableFact]
    public void With_256_bits() => Check<Simd256, Vector256<float>>(InstructionSet.Vector256);

    [SkippableFact]
    public void With_128_bits() => Check<Simd128, Vector128<float>>(InstructionSet.Vector128);

    [SkippableFact]
    public void With_scalars() => Check<SimdScalar, float>(InstructionSet.Scalar);

    private static void Check<TSimd, TVector>(InstructionSet set)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        Skip.IfNot(InstructionSets.IsAvailable(set), $"This processor has no {set}.");
        using var memory = new Workspace();
        var x = memory.Reserve(400);
        var y = x + 200;
        var numbers = new TestNumbers(4);
        for (var count = 1; count < 140; count++)
        {
            // Squares of a few tiny numbers underflow in every lane: the sum must still be +0.
            foreach (var values in new[] { Values.Wide, Values.Underflow, Values.Zeros })
            {
                new Span<float>(x, 400).Fill(float.NaN);
                var (a, b) = (numbers.Floats(count, values), numbers.Floats(count, values));
                if (values == Values.Underflow)
                    b = Array.ConvertAll(a, v => -1e-25f * MathF.Sign(v));
                Marshal.Copy(a, 0, (nint)x, count);
                Marshal.Copy(b, 0, (nint)y, count);
                AssertEqual(RowSum.Sum(a), RowReduction<TSimd, TVector>.Sum(count, new Element<TSimd, TVector>(x)));
                AssertEqual(
                    RowSum.SumOfProducts(a, b),
                    RowReduction<TSimd, TVector>.Sum(count, new Product<TSimd, TVector>(x, y)));
            }
        }
    }

    private static void AssertEqual(float expected, float actual) =>
        Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(actual));
}
