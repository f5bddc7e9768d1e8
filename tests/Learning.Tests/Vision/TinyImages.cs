using Research.Learning.Vision;
using Research.Numerics;

namespace Research.Learning.Tests.Vision;

/// <summary>Small images whose class can be seen: a bright quarter, on noise.</summary>
internal static class TinyImages
{
    public static LabelledImages Of(int count, int height = 8, int width = 7, int channels = 2, int classes = 4)
    {
        var draws = new PhiloxStream(new Philox(1, "tiny images"));
        var pixels = new byte[count * height * width * channels];
        var labels = new int[count];
        for (var n = 0; n < count; n++)
        {
            labels[n] = n % classes;
            for (var i = 0; i < height * width * channels; i++)
            {
                var (y, x) = (i / channels / width, i / channels % width);
                var isBright = (y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1) == labels[n] % 4;
                pixels[(n * height * width * channels) + i] = (byte)(draws.Below(100) + (isBright ? 150 : 0));
            }
        }

        return new(new(height, width, channels), pixels, labels);
    }
}
