using Research.Numerics.Devices;

namespace Research.Numerics.Cpu;

/// <summary>Largest number of each square of pixels; see <see cref="Reference.MaxPool"/>.</summary>
internal static unsafe class MaxPool
{
    public static void Forward(WorkerPool pool, ImageBatch shape, int size, float* x, float* y) =>
        pool.Run(new ForwardImage(shape, size, x, y), shape.Images);

    public static void Backward(WorkerPool pool, ImageBatch shape, int size, float* x, float* dy, float* dx) =>
        pool.Run(new BackwardImage(shape, size, x, dy, dx), shape.Images);

    /// <summary>Of the square with this upper left pixel, the offset of the first maximum of a channel.</summary>
    private static int First(ImageBatch shape, int size, float* corner)
    {
        var (best, largest) = (0, *corner);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var at = ((row * shape.Width) + column) * shape.Channels;
                var value = corner[at];
                (best, largest) = value > largest ? (at, value) : (best, largest);
            }
        }

        return best;
    }

    private readonly struct ForwardImage(ImageBatch shape, int size, float* x, float* y) : IWork
    {
        public void Run(int item, int worker)
        {
            var pooled = shape.Pooled(size);
            var image = x + ((nint)item * shape.ImageLength);
            var output = y + ((nint)item * pooled.ImageLength);
            for (var row = 0; row < pooled.Height; row++)
            {
                for (var column = 0; column < pooled.Width; column++)
                {
                    var corner = image + ((((nint)row * size * shape.Width) + (column * size)) * shape.Channels);
                    for (var c = 0; c < shape.Channels; c++, corner++)
                        *output++ = corner[First(shape, size, corner)];
                }
            }
        }
    }

    private readonly struct BackwardImage(ImageBatch shape, int size, float* x, float* dy, float* dx) : IWork
    {
        public void Run(int item, int worker)
        {
            var pooled = shape.Pooled(size);
            var first = (nint)item * shape.ImageLength;
            var gradient = dy + ((nint)item * pooled.ImageLength);
            new Span<float>(dx + first, shape.ImageLength).Clear();
            for (var row = 0; row < pooled.Height; row++)
            {
                for (var column = 0; column < pooled.Width; column++)
                {
                    var corner = first + ((((nint)row * size * shape.Width) + (column * size)) * shape.Channels);
                    for (var c = 0; c < shape.Channels; c++, corner++)
                        dx[corner + First(shape, size, x + corner)] = *gradient++;
                }
            }
        }
    }
}
