using Research.Numerics;

namespace Research.Benchmarks.Gpu;

/// <summary>Random letters to train on: speed and bits do not depend on what they mean.</summary>
internal static class SampleText
{
    public const string Letters = "abcdefghijklmnopqr";

    /// <summary>A text of so many letters, always the same.</summary>
    public static string Of(int length)
    {
        var philox = new Philox(1, "benchmark");
        return string.Create(length, philox, static (text, letters) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = Letters[letters.Below(Letters.Length, i)];
        });
    }
}
