using Research.Numerics.Devices;

namespace Research.Numerics.Cpu;

/// <summary>The squares that slide over an image, as a matrix, and back; see <see cref="Reference.Unfold"/>.</summary>
internal static unsafe class Unfold
{
    public static void Forward(WorkerPool pool, ImageBatch shape, int kernel, int padding, float* pixels, float* patches) =>
        pool.Run(new ForwardImage(shape, kernel, padding, pixels, patches), shape.Images);

    public static void Backward(WorkerPool pool, ImageBatch shape, int kernel, int padding, float* dpatches, float* dpixels) =>
        pool.Run(new BackwardImage(shape, kernel, padding, dpatches, dpixels), shape.Images);

    private readonly struct ForwardImage(ImageBatch shape, int kernel, int padding, float* pixels, float* patches) : IWork
    {
        public void Run(int item, int worker)
        {
            var places = shape.Convolved(shape.Channels * kernel * kernel, kernel, padding);
            var image = pixels + ((nint)item * shape.ImageLength);
            var patch = patches + ((nint)item * places.ImageLength);
            for (var y = -padding; y < places.Height - padding; y++)
            {
                for (var x = -padding; x < places.Width - padding; x++)
                {
                    for (var c = 0; c < shape.Channels; c++)
                    {
                        for (var row = y; row < y + kernel; row++)
                        {
                            var source = image + ((((nint)row * shape.Width) + x) * shape.Channels) + c;
                            var isRow = row >= 0 && row < shape.Height;
                            for (var kx = 0; kx < kernel; kx++)
                                *patch++ = isRow && x + kx >= 0 && x + kx < shape.Width ? source[kx * shape.Channels] : 0f;
                        }
                    }
                }
            }
        }
    }

    private readonly struct BackwardImage(ImageBatch shape, int kernel, int padding, float* dpatches, float* dpixels) : IWork
    {
        public void Run(int item, int worker)
        {
            var places = shape.Convolved(shape.Channels * kernel * kernel, kernel, padding);
            var image = dpixels + ((nint)item * shape.ImageLength);
            var patch = dpatches + ((nint)item * places.ImageLength);
            new Span<float>(image, shape.ImageLength).Clear();
            for (var y = -padding; y < places.Height - padding; y++)
            {
                for (var x = -padding; x < places.Width - padding; x++)
                {
                    // Those parts of the patch that lie in the image.
                    var (first, end) = (Math.Max(0, -x), Math.Min(kernel, shape.Width - x));
                    for (var c = 0; c < shape.Channels; c++)
                    {
                        for (var row = y; row < y + kernel; row++, patch += kernel)
                        {
                            if (row < 0 || row >= shape.Height)
                                continue;
                            var target = image + ((((nint)row * shape.Width) + x) * shape.Channels) + c;
                            for (var kx = first; kx < end; kx++)
                                target[kx * shape.Channels] += patch[kx];
                        }
                    }
                }
            }
        }
    }
}
