using Research.Numerics.Devices;
using Research.Numerics.Reference;

namespace Research.Numerics.Tests.Reference;

/// <summary>What the reference programs of image networks say where the order of operations, or a tie, decides.</summary>
[Trait("Size", "Small")]
public class ImageProgramTests
{
    [Fact]
    public void A_square_is_read_channel_by_channel_then_row_by_row()
    {
        // Pixel (y, x) of channel c is 100 c + 10 y + x.
        var x = new float[3 * 3 * 2];
        for (var i = 0; i < x.Length; i++)
            x[i] = (100 * (i % 2)) + (10 * (i / 2 / 3)) + (i / 2 % 3);
        var patches = new float[4 * 8];
        Unfold.Forward(new ImageBatch(1, 3, 3, 2), 2, 0, x, patches);

        Assert.Equal([0f, 1, 10, 11, 100, 101, 110, 111], patches[..8]);
        Assert.Equal([11f, 12, 21, 22, 111, 112, 121, 122], patches[24..]);
    }

    [Fact]
    public void Beside_the_image_there_are_zeros()
    {
        var patches = new float[9 * 4];
        Unfold.Forward(new ImageBatch(1, 2, 2, 1), 2, 1, [1f, 2, 3, 4], patches);

        Assert.Equal([0f, 0, 0, 1], patches[..4]);
        Assert.Equal([1f, 2, 3, 4], patches[16..20]);
        Assert.Equal([4f, 0, 0, 0], patches[32..]);
    }

    [Fact]
    public void A_pixel_adds_the_gradients_of_its_squares_in_their_order()
    {
        // The middle pixel of 3 x 1 stands in three places of kernel 3 with padding: last, middle, first of its square.
        var dpatches = new float[9 * 9];
        var terms = new[] { 1e8f, 1f, -1e8f };
        var shape = new ImageBatch(1, 3, 3, 1);
        for (var place = 0; place < 3; place++)
            dpatches[(((3 * 1) + place) * 9) + 3 + (2 - place)] = terms[place];
        var dx = new float[9];
        Unfold.Backward(shape, 3, 1, dpatches, dx);

        // (1e8 + 1) - 1e8 is 0 in float; another order gives 1.
        Assert.Equal(0f, dx[4]);
        dpatches[(4 * 9) + 4] = -1e8f;
        dpatches[(5 * 9) + 3] = 1f;
        Unfold.Backward(shape, 3, 1, dpatches, dx);
        Assert.Equal(1f, dx[4]);
    }

    [Fact]
    public void Of_equal_numbers_the_first_is_the_largest()
    {
        float[] x = [1f, 3, 3, 3];
        var (y, dx) = (new float[1], new float[4]);
        MaxPool.Forward(new ImageBatch(1, 2, 2, 1), 2, x, y);
        MaxPool.Backward(new ImageBatch(1, 2, 2, 1), 2, x, [7f], dx);

        Assert.Equal(3f, y[0]);
        Assert.Equal([0f, 7, 0, 0], dx);
    }

    [Fact]
    public void Bias_gradients_are_added_in_chunks_of_256_rows()
    {
        // 2^24 + 1 is 2^24 in float: within a chunk the ones vanish one by one, as a chunk of their own they do not.
        var dy = new float[258];
        (dy[0], dy[256], dy[257]) = (16777216f, 1f, 1f);
        var dbias = new float[1];
        Bias.Backward(258, 1, dy, dbias);
        Assert.Equal(16777218f, dbias[0]);

        (dy[254], dy[255], dy[256], dy[257]) = (1f, 1f, 0f, 0f);
        Bias.Backward(258, 1, dy, dbias);
        Assert.Equal(16777216f, dbias[0]);
    }

    [Fact]
    public void Sigmoid_is_within_its_stated_relative_error()
    {
        var x = new float[200_001];
        for (var i = 0; i < x.Length; i++)
            x[i] = -87f + (i * (187f / 200_000));
        var y = new float[x.Length];
        Sigmoid.Forward(x, y);
        for (var i = 0; i < x.Length; i++)
        {
            var exact = 1 / (1 + Math.Exp(-(double)x[i]));
            Assert.True(Math.Abs(y[i] - exact) <= 2.4e-7 * exact, $"{x[i]}: {y[i]:G9}, exactly {exact:G9}");
        }

        Sigmoid.Forward([-1000f, 0f, 1000f], y.AsSpan(0, 3));
        Assert.Equal([1f / (1f + FloatFunctions.Exp(1000f)), 0.5f, 1f], y[..3]);
        Assert.InRange(y[0], 6.05e-39f, 6.07e-39f);
    }
}
