using System.Buffers.Binary;
using Research.Jobs;
using Research.Mirage.Vision;
using Research.Mirage.Vision.Files;

namespace Research.Mirage.Tests.Vision;

/// <summary>Files of images that a user supplies, as the tests write them.</summary>
[Trait("Size", "Small")]
public sealed class ImageImportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter log = new();

    public void Dispose()
    {
        folder.Dispose();
        log.Dispose();
    }

    [Fact]
    public void A_folder_in_the_layout_of_Mnist_is_read_with_its_two_splits()
    {
        Write("train-images-idx3-ubyte", Idx([5, 3, 2], Count(30)));
        Write("train-labels-idx1-ubyte", Idx([5], [4, 0, 1, 9, 2]));
        Write("t10k-images-idx3-ubyte", Idx([2, 3, 2], Count(12, 100)));
        Write("t10k-labels-idx1-ubyte", Idx([2], [7, 3]));

        var rows = Import().Rows().ToList();

        Assert.Equal([4, 0, 1, 9, 2], Of(rows, Split.Train).Select(row => row.Label));
        Assert.Equal([7, 3], Of(rows, Split.Test).Select(row => row.Label));
        Assert.Equal(Count(6, 6), Of(rows, Split.Train)[1].Pixels);
        Assert.Equal((3, 2, 1), (rows[0].Height, rows[0].Width, rows[0].Channels));
        Assert.Equal([0, 1], Of(rows, Split.Test).Select(row => row.Image));
    }

    [Fact]
    public void Without_files_of_the_test_the_last_sixth_is()
    {
        Write("train-images.idx3-ubyte", Idx([12, 2, 2], Count(48)));
        Write("train-labels.idx1-ubyte", Idx([12], Count(12)));

        var rows = Import().Rows().ToList();

        Assert.Equal(Enumerable.Range(0, 10), Of(rows, Split.Train).Select(row => row.Label));
        Assert.Equal([10, 11], Of(rows, Split.Test).Select(row => row.Label));
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 93)]
    public void Planes_of_color_become_pixels_and_the_fine_label_counts(int labelBytes, int label)
    {
        var record = new byte[labelBytes + 3072];
        record[labelBytes - 1] = (byte)label;
        // Red 1, green 2, blue 3 at the second pixel.
        (record[labelBytes + 1], record[labelBytes + 1025], record[labelBytes + 2049]) = (1, 2, 3);
        Write("train.bin", [.. record, .. record, .. record]);
        Write("test.bin", record);

        var rows = Import().Rows().ToList();

        Assert.Equal(4, rows.Count);
        Assert.All(rows, row => Assert.Equal(label, row.Label));
        Assert.Equal([0, 0, 0, 1, 2, 3, 0], rows[0].Pixels[..7]);
        Assert.Equal((32, 32, 3), (rows[0].Height, rows[0].Width, rows[0].Channels));
    }

    [Fact]
    public void A_single_file_of_Cifar_is_enough_and_one_of_Idx_is_not()
    {
        Write("batch", new byte[3073 * 6]);
        Assert.Equal(6, Import("batch").Rows().Count());

        Write("train-images-idx3-ubyte", Idx([2, 2, 2], Count(8)));
        var error = Assert.Throws<InputException>(() => Import("train-images-idx3-ubyte"));
        Assert.Contains("folder", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void No_more_images_are_taken_than_asked_for()
    {
        Write("data_batch_1.bin", new byte[3073 * 9]);
        Write("data_batch_2.bin", new byte[3073 * 9]);
        Write("test_batch.bin", new byte[3073 * 9]);

        var rows = Import(most: 11).Rows().ToList();

        Assert.Equal((11, 4), (Of(rows, Split.Train).Count, Of(rows, Split.Test).Count));
    }

    [Fact]
    public void A_missing_label_file_is_named() =>
        Fails("train-images-idx3-ubyte", Idx([1, 2, 2], Count(4)), "train-labels-idx1-ubyte");

    [Fact]
    public void A_wrong_magic_number_is_shown()
    {
        Write("train-labels-idx1-ubyte", Idx([1], [0]));
        Fails("train-images-idx3-ubyte", [1, 2, 3, 4, 5, 6, 7, 8], "01020304");
    }

    [Fact]
    public void Labels_in_place_of_images_are_seen()
    {
        Write("train-labels-idx1-ubyte", Idx([1], [0]));
        Fails("train-images-idx3-ubyte", Idx([4], Count(4)), "1 dimensions");
    }

    [Fact]
    public void Floats_are_refused()
    {
        var file = Idx([1, 2, 2], Count(4));
        file[2] = 0x0D;
        Fails("train-images-idx3-ubyte", file, "type 0D");
    }

    [Fact]
    public void A_file_that_is_cut_off_is_seen_with_both_lengths() =>
        Fails("train-images-idx3-ubyte", Idx([3, 2, 2], Count(12))[..^1], "11 follow it");

    [Fact]
    public void A_header_that_is_cut_off_is_seen() =>
        Fails("train-images-idx3-ubyte", Idx([3, 2, 2], [])[..10], "16 bytes, the file has 10");

    [Fact]
    public void Sizes_beyond_any_file_do_not_overflow() =>
        Fails("train-images-idx3-ubyte", [0, 0, 8, 3, 0x80, 0, 0, 0, 0x80, 0, 0, 0, 0x80, 0, 0, 4], "0 follow it");

    [Fact]
    public void A_packed_file_is_refused_with_what_to_do()
    {
        var error = Fails("train-images-idx3-ubyte.gz", [0x1F, 0x8B, 8, 0], "gzip");
        Assert.Contains("gunzip", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_labels_than_images_are_seen()
    {
        Write("train-labels-idx1-ubyte", Idx([2], [0, 1]));
        Fails("train-images-idx3-ubyte", Idx([3, 1, 1], Count(3)), "2 labels for 3 images");
    }

    [Fact]
    public void A_length_of_no_whole_records_is_seen() => Fails("train.bin", new byte[5000], "5000 bytes");

    [Fact]
    public void A_label_out_of_range_is_named()
    {
        var record = new byte[3073];
        record[0] = 10;
        Fails("data_batch_1.bin", record, "label of image 0 is 10");
    }

    [Fact]
    public void An_empty_folder_says_which_files_are_meant()
    {
        var error = Assert.Throws<InputException>(() => Import());
        Assert.Contains("idx3-ubyte", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_of_two_sizes_are_refused()
    {
        Write("a-images-idx3-ubyte", Idx([2, 2, 2], Count(8)));
        Write("a-labels-idx1-ubyte", Idx([2], [0, 1]));
        Write("test-images-idx3-ubyte", Idx([2, 3, 2], Count(12)));
        Write("test-labels-idx1-ubyte", Idx([2], [0, 1]));
        Assert.Contains("2 x 2 x 1", Assert.Throws<InputException>(() => Import()).What, StringComparison.Ordinal);
    }

    private static List<ImageRow> Of(List<ImageRow> rows, Split split) => [.. rows.Where(row => row.Split == split)];

    private static byte[] Count(int length, int first = 0) => [.. Enumerable.Range(first, length).Select(i => (byte)i)];

    private static byte[] Idx(int[] sizes, byte[] elements)
    {
        var header = new byte[4 + (4 * sizes.Length)];
        (header[2], header[3]) = (8, (byte)sizes.Length);
        for (var i = 0; i < sizes.Length; i++) BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), sizes[i]);
        return [.. header, .. elements];
    }

    private InputException Fails(string name, byte[] content, string what)
    {
        Write(name, content);
        var error = Assert.Throws<InputException>(() => Import());
        Assert.Contains(what, error.What, StringComparison.Ordinal);
        return error;
    }

    private void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(Images, name), content);

    private string Images => Directory.CreateDirectory(Path.Combine(folder.FullPath, "images")).FullName;

    private ImageSet Import(string name = "", int most = 1000)
    {
        var set = folder.New<ImageSet>();
        var path = Path.Combine(Images, name);
        ImageImport.Import(
            new(most, most == 1000 ? most : 4), name.Length == 0 ? new DirectoryInfo(path) : new FileInfo(path), set, new JobContext { Log = log });
        return set;
    }
}
