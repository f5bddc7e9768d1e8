using Research.Numerics.Devices;

namespace Research.Numerics.Reference;

/// <summary>
/// The squares that slide over an image, each as a row of a matrix (rule S10, "im2col"), and back. A convolution is the
/// product of this matrix with the transposed weights, its weights' gradient the product of the gradient and this matrix:
/// both rule S1, k = (channel, ky, kx) for the one and k = (image, y, x) for the other.
/// </summary>
public static class Unfold
{
    /// <summary>
    /// patches[(n, y, x), (c, ky, kx)] = pixels[n, y + ky - padding, x + kx - padding, c], +0 outside of the image. pixels:
    /// [images, height, width, channels]; patches: [images · places, channels · kernel²].
    /// </summary>
    public static void Forward(
        ImageBatch shape, int kernel, int padding, ReadOnlySpan<float> pixels, Span<float> patches)
    {
        foreach (var (patch, pixel) in Pairs(shape, kernel, padding))
            patches[patch] = pixel < 0 ? 0f : pixels[pixel];
    }

    /// <summary>
    /// Gradient of the pixels ("col2im"): a total that starts at +0, to which the gradients of the patches that the pixel
    /// stands in are added, one plain add each, patches (y, x) ascending. Shapes as in <see cref="Forward"/>.
    /// </summary>
    public static void Backward(
        ImageBatch shape, int kernel, int padding, ReadOnlySpan<float> dpatches, Span<float> dpixels)
    {
        dpixels[..(int)shape.Length].Clear();
        foreach (var (patch, pixel) in Pairs(shape, kernel, padding))
        {
            if (pixel >= 0)
                dpixels[pixel] += dpatches[patch];
        }
    }

    /// <summary>Each element of the patches, in order, and the pixel's number that it is; -1 outside of the image.</summary>
    private static IEnumerable<(int Patch, int Pixel)> Pairs(ImageBatch shape, int kernel, int padding)
    {
        var places = shape.Convolved(shape.Channels * kernel * kernel, kernel, padding);
        for (var patch = 0; patch < (int)places.Length; patch++)
        {
            var (place, k) = Math.DivRem(patch, places.Channels);
            var (c, ky, kx) = (k / (kernel * kernel), k / kernel % kernel, k % kernel);
            var y = (place / places.Width % places.Height) + ky - padding;
            var x = (place % places.Width) + kx - padding;
            var image = place / (places.Height * places.Width);
            var isInside = y >= 0 && y < shape.Height && x >= 0 && x < shape.Width;
            yield return (patch, isInside
                ? (((((image * shape.Height) + y) * shape.Width) + x) * shape.Channels) + c
                : -1);
        }
    }
}
