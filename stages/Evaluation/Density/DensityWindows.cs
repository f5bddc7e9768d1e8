using Research.Jobs;
using Research.Languages;
using Research.Languages.DoublyEmbedded;
using Research.Numerics;

namespace Research.Evaluation.Density;

/// <summary>The windows of the density experiment: pieces of the validation text that start anywhere.</summary>
internal static class DensityWindows
{
    /// <summary>Draws the windows; their places depend on the training's seed. [windows][block + 1]</summary>
    /// <exception cref="InputException">The corpus is too short for a window, or damaged.</exception>
    public static int[][] Draw(DensitySpec item, Corpus corpus)
    {
        var text = corpus.Tokens(Splits.Validation);
        var length = item.Training.Model.Block + 1;
        if (text.Length < length)
        {
            throw new InputException(
                $"the validation text has {text.Length} symbols, a window needs {length}", corpus.MessagesPath,
                "Generate more messages, or train with a smaller block.");
        }

        var places = new Philox(item.Training.Seed, "evaluation/density");
        var windows = new int[item.Windows][];
        for (var n = 0; n < windows.Length; n++)
            windows[n] = text.AsSpan(places.Below(text.Length - length + 1, n), length).ToArray();
        return windows;
    }
}
