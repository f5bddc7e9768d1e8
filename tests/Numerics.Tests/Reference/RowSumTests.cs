using Research.Numerics.Reference;
using Research.Numerics.Tests.Cpu;

namespace Research.Numerics.Tests.Reference;

/// <summary>The order of row sums, spelled out.</summary>
[Trait("Size", "Small")]
public class RowSumTests
{
    [Fact]
    public void Elements_32_apart_share_a_lane_and_lanes_fold_by_halves()
    {
        var x = new TestNumbers(8).Floats(80, Values.Wide);
        var lanes = new float[32];
        for (var l = 0; l < 32; l++)
            lanes[l] = l < 16 ? 0f + x[l] + x[l + 32] + x[l + 64] : 0f + x[l] + x[l + 32];
        Assert.Equal(FoldByHalves(lanes), RowSum.Sum(x));
    }

    [Fact]
    public void A_sum_of_negative_zeros_is_positive_zero()
    {
        Assert.Equal(0, BitConverter.SingleToInt32Bits(RowSum.Sum([-0f, -0f])));
        Assert.Equal(0, BitConverter.SingleToInt32Bits(RowSum.SumOfProducts([-1e-30f], [1e-30f])));
    }

    private static float FoldByHalves(ReadOnlySpan<float> lanes)
    {
        if (lanes.Length == 1)
            return lanes[0];
        var half = lanes.Length / 2;
        var folded = new float[half];
        for (var l = 0; l < half; l++)
            folded[l] = lanes[l] + lanes[l + half];
        return FoldByHalves(folded);
    }
}
