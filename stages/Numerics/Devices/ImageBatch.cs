namespace Research.Numerics.Devices;

/// <summary>
/// The shape of images in a device's memory: [images, height, width, channels], so that the channels of a pixel lie side by
/// side and every pixel is a row of a matrix.
/// </summary>
/// <param name="Images">Number of images; 0 or more.</param>
/// <param name="Height">Pixels from top to bottom; positive.</param>
/// <param name="Width">Pixels from left to right; positive.</param>
/// <param name="Channels">Numbers of a pixel; positive.</param>
public readonly record struct ImageBatch(int Images, int Height, int Width, int Channels)
{
    /// <summary>Numbers of one image.</summary>
    public int ImageLength => checked(Height * Width * Channels);

    /// <summary>Numbers of all images.</summary>
    public long Length => (long)Images * ImageLength;

    /// <summary>
    /// The images that a convolution at every place makes of these (stride 1): height and width change by
    /// 2 padding + 1 - kernel.
    /// </summary>
    /// <param name="channels">Numbers of a pixel of the result.</param>
    /// <param name="kernel">Side of the square that slides over the image.</param>
    /// <param name="padding">Rows and columns of zeros on each side.</param>
    public ImageBatch Convolved(int channels, int kernel, int padding) =>
        new(Images, Height + (2 * padding) + 1 - kernel, Width + (2 * padding) + 1 - kernel, channels);

    /// <summary>The images of the squares of a pooling; rows and columns that fill no square are left out.</summary>
    public ImageBatch Pooled(int size) => this with { Height = Height / size, Width = Width / size };
}
