using Research.Jobs;
using Research.Learning.Vision;
using Research.Tables;

namespace Research.Mirage.Vision;

/// <summary>Images of one size to learn from and to test with, and their classes: a Parquet table with a row for each.</summary>
public sealed class ImageSet : IArtifact<ImageSet>
{
    private readonly string folder;

    private ImageSet(string folder) => this.folder = folder;

    /// <inheritdoc/>
    public static ImageSet Open(string folder) => new(folder);

    private string Images => Path.Combine(folder, "images.parquet");

    /// <summary>The rows, those of each split in the order of their numbers.</summary>
    /// <exception cref="InputException">The table is missing or malformed.</exception>
    public IEnumerable<ImageRow> Rows() => Parquet.Read<ImageRow>(Images);

    /// <summary>Number of classes: one more than the largest label of any image.</summary>
    /// <exception cref="InputException">The table is missing, malformed or empty.</exception>
    public int ClassCount() => 1 + Rows().Select(row => row.Label).DefaultIfEmpty(-1).Max();

    /// <summary>Writes the images.</summary>
    public void Write(IEnumerable<ImageRow> rows) => Parquet.Write(Images, rows);

    /// <summary>The images of a split, the first <paramref name="most"/> of them.</summary>
    /// <exception cref="InputException">There are none, or they are not of one size.</exception>
    public LabelledImages Read(Split split, int most = int.MaxValue)
    {
        List<ImageRow> rows = [.. Rows().Where(row => row.Split == split).Take(most)];
        if (rows.Count == 0) throw new InputException($"there is no image to {(split == Split.Train ? "learn from" : "test with")}", Images, "Give more images.");
        var size = new ImageSize(rows[0].Height, rows[0].Width, rows[0].Channels);
        var pixels = new byte[rows.Count * size.Length];
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Pixels.Length != size.Length)
                throw new InputException($"image {i} has {rows[i].Pixels.Length} bytes, not {size.Length} as the first", Images, "Make the set again.");
            rows[i].Pixels.CopyTo(pixels, i * size.Length);
        }

        return new(size, pixels, [.. rows.Select(row => row.Label)]);
    }
}
