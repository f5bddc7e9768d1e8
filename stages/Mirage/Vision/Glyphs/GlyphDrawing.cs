using Research.Jobs;
using Research.Numerics;

namespace Research.Mirage.Vision.Glyphs;

/// <summary>Draws glyphs: the job of the stage.</summary>
public static class GlyphDrawing
{
    /// <summary>
    /// Draws the images to learn from and those to test with. Classes come in turn; image i of a split is step i of its stream, so that a
    /// larger set begins with a smaller one.
    /// </summary>
    public static void Draw(GlyphSpec item, ImageSet output, JobContext job)
    {
        var classes = Enumerable.Range(0, item.Classes).Select(number => GlyphClass.Strokes(item.Seed, number)).ToArray();
        output.Write(Rows(Split.Train, item.Training).Concat(Rows(Split.Test, item.Test)));

        IEnumerable<ImageRow> Rows(Split split, int count)
        {
            var philox = new Philox(item.Seed, $"glyph images, {split}");
            for (var i = 0; i < count; i++)
            {
                job.Report(i, count, "glyphs");
                var label = i % item.Classes;
                yield return new(split, i, label, item.Side, item.Side, 1, GlyphImage.Draw(classes[label], item.Side, philox, i));
            }
        }
    }
}
