using Research.Jobs;

namespace Research.Mirage.Vision.Files;

/// <summary>
/// The binary files of CIFAR-10 and CIFAR-100: one record an image, 1 label byte or 2 (coarse, fine), then 32 x 32 pixels red, as many
/// green, as many blue. They have no header: their length tells them apart.
/// </summary>
internal static class CifarFile
{
    /// <summary>Pixels of a side.</summary>
    public const int Side = 32;

    /// <summary>Colors of a pixel.</summary>
    public const int Channels = 3;

    private const int Plane = Side * Side;
    private const int ImageBytes = Channels * Plane;

    /// <summary>The images as [height, width, color] and the label of each; the fine one of CIFAR-100.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="InputException">The length is none of whole records, or a label is out of range.</exception>
    public static IEnumerable<(int Label, byte[] Pixels)> Read(string path, byte[] bytes)
    {
        var labels = LabelBytes(path, bytes.Length);
        var record = labels + ImageBytes;
        var classes = labels == 1 ? 10 : 100;
        for (var image = 0; image < bytes.Length / record; image++)
        {
            var first = image * record;
            var label = bytes[first + labels - 1];
            if (label >= classes)
            {
                throw new InputException(
                    $"the label of image {image} is {label}, CIFAR-{classes} has 0 to {classes - 1}", path, "Give the binary version of CIFAR-10 or CIFAR-100.");
            }

            var pixels = new byte[ImageBytes];
            for (var i = 0; i < pixels.Length; i++) pixels[i] = bytes[first + labels + (i % Channels * Plane) + (i / Channels)];
            yield return (label, pixels);
        }
    }

    private static int LabelBytes(string path, int length)
    {
        foreach (var labels in new[] { 1, 2 })
            if (length % (labels + ImageBytes) == 0) return labels;
        throw new InputException(
            $"{length} bytes are no whole number of records of {1 + ImageBytes} (CIFAR-10) or {2 + ImageBytes} (CIFAR-100) bytes; IDX files begin with 0000", path,
            "Give a whole file of CIFAR's binary version or in IDX format.");
    }
}
