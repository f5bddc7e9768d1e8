using Research.Numerics.Devices;

namespace Research.Numerics.Reference;

/// <summary>
/// Largest number of each square of pixels, channel by channel, by compare and select (rule S2m): of equal numbers the
/// first, rows before columns. Rows and columns that fill no square are left out.
/// </summary>
public static class MaxPool
{
    /// <summary>x: [images, height, width, channels]; y: [images, height / size, width / size, channels].</summary>
    public static void Forward(ImageBatch shape, int size, ReadOnlySpan<float> x, Span<float> y)
    {
        for (var output = 0; output < (int)shape.Pooled(size).Length; output++)
            y[output] = x[First(shape, size, output, x)];
    }

    /// <summary>The chosen pixel of each square gets the square's gradient, all others +0. dx: as x; dy: as y.</summary>
    public static void Backward(
        ImageBatch shape, int size, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx)
    {
        dx[..(int)shape.Length].Clear();
        for (var output = 0; output < (int)shape.Pooled(size).Length; output++)
            dx[First(shape, size, output, x)] = dy[output];
    }

    /// <summary>Where the first maximum of the square of an output stands.</summary>
    private static int First(ImageBatch shape, int size, int output, ReadOnlySpan<float> x)
    {
        var pooled = shape.Pooled(size);
        var (pixel, c) = Math.DivRem(output, shape.Channels);
        var (row, column) = Math.DivRem(pixel, pooled.Width);
        var (image, y) = Math.DivRem(row, pooled.Height);
        var corner = (((((image * shape.Height) + (y * size)) * shape.Width) + (column * size)) * shape.Channels) + c;
        var best = corner;
        for (var dy = 0; dy < size; dy++)
        {
            for (var dx = 0; dx < size; dx++)
            {
                var at = corner + (((dy * shape.Width) + dx) * shape.Channels);
                best = x[at] > x[best] ? at : best;
            }
        }

        return best;
    }
}
