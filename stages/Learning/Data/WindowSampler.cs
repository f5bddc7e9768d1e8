using Research.Numerics;

namespace Research.Learning.Data;

/// <summary>
/// Draws the windows of each update: the window in row r of update s starts at draw r of step s of the stream <c>windows</c>,
/// anywhere in the text, independent of all others. Nothing is stored, so a resumed run sees the same windows.
/// </summary>
internal sealed class WindowSampler(TokenSequence text, int seed, int batch, int block)
{
    private readonly Philox philox = new(seed, "windows");

    /// <summary>Fills the tokens of an update's windows and, for each, the token that follows; both [batch, block].</summary>
    public void Draw(int step, Span<int> tokens, Span<int> next)
    {
        for (var row = 0; row < batch; row++)
        {
            var start = philox.Below(text.Length - block, row, (uint)step);
            text.CopyTo(start, tokens.Slice(row * block, block));
            text.CopyTo(start + 1, next.Slice(row * block, block));
        }
    }
}
