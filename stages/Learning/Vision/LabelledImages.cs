namespace Research.Learning.Vision;

/// <summary>Images of one size with the number of the class of each.</summary>
public sealed class LabelledImages
{
    /// <summary>These images.</summary>
    /// <param name="size">Their size.</param>
    /// <param name="pixels">Bytes, 0 to 255: [images, height, width, channels].</param>
    /// <param name="labels">The class of each, from 0.</param>
    /// <exception cref="ArgumentException">There are other numbers of pixels than the labels and the size ask for.</exception>
    public LabelledImages(ImageSize size, byte[] pixels, int[] labels)
    {
        if (pixels.LongLength != (long)labels.Length * size.Length)
        {
            throw new ArgumentException($"{pixels.LongLength} bytes are not {labels.Length} images of {size}", nameof(pixels));
        }

        (Size, Pixels, Labels) = (size, pixels, labels);
    }

    /// <summary>Size of every image.</summary>
    public ImageSize Size { get; }

    /// <summary>All pixels, image after image.</summary>
    public IReadOnlyList<byte> Bytes => Pixels;

    /// <summary>The class of each image.</summary>
    public IReadOnlyList<int> Classes => Labels;

    /// <summary>Number of images.</summary>
    public int Count => Labels.Length;

    /// <summary>The pixels of some images as numbers from 0 to 1.</summary>
    public float[] Numbers(int first, int count) =>
        Array.ConvertAll(Pixels[(first * Size.Length)..((first + count) * Size.Length)], value => value / 255f);

    private byte[] Pixels { get; }

    private int[] Labels { get; }
}
