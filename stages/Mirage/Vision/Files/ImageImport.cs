using Research.Jobs;

namespace Research.Mirage.Vision.Files;

/// <summary>
/// Imports images of the user, IDX (MNIST and its relatives) or CIFAR's binary files: the job of the stage. A folder holds files of one of
/// the two; names with "t10k" or "test" are those to test with. Where there are none, the last sixth of the images is. A single file is one
/// of CIFAR: the labels of IDX images are a second file.
/// </summary>
public static class ImageImport
{
    private const int TestShare = 6;

    /// <summary>Reads, checks and writes them.</summary>
    /// <param name="item">How many at most.</param>
    /// <param name="path">A file of images, or a folder of files.</param>
    /// <param name="output">Receives the images.</param>
    /// <param name="job">Progress, cancellation, and the log that says what was read.</param>
    /// <exception cref="InputException">
    /// There is no image file; one is cut off, packed, of another format; images and labels do not fit; or a label is out of range.
    /// </exception>
    public static void Import(ImageImportSpec item, FileSystemInfo path, ImageSet output, JobContext job)
    {
        var files = Files(path);
        List<ImageRow> train = [], test = [];
        foreach (var (file, number) in files.Select((file, number) => (file, number)))
        {
            job.Report(number, files.Count, "files");
            var isTest = IsTest(file);
            var (rows, most) = isTest ? (test, item.MostTest) : (train, item.MostTraining);
            // Without files of the test, the last images of a file will be it: all are needed.
            if (files.Any(IsTest) && rows.Count >= most) continue;
            rows.AddRange(ImagesOf(file, path is not DirectoryInfo).Select(image => image with { Split = isTest ? Split.Test : Split.Train }));
            job.Log.WriteLine($"{file}: {rows.Count} images to {(isTest ? "test with" : "learn from")} so far");
        }

        if (test.Count == 0)
        {
            var first = train.Count - (train.Count / TestShare);
            test = [.. train.Skip(first).Select(image => image with { Split = Split.Test })];
            train = train[..first];
        }

        if (train.Count == 0 || test.Count == 0)
            throw new InputException($"{train.Count} images to learn from and {test.Count} to test with are too few", path.FullName, "Give more images.");
        var size = (train[0].Height, train[0].Width, train[0].Channels);
        if (train.Concat(test).FirstOrDefault(image => (image.Height, image.Width, image.Channels) != size) is { } other)
        {
            throw new InputException(
                $"some images have {size.Height} x {size.Width} x {size.Channels} pixels, others {other.Height} x {other.Width} x {other.Channels}",
                path.FullName, "Give images of one size.");
        }

        output.Write(train.Take(item.MostTraining).Concat(test.Take(item.MostTest)).GroupBy(image => image.Split)
            .SelectMany(split => split.Select((image, number) => image with { Image = number })));
    }

    private static bool IsTest(string file) => Path.GetFileName(file) is var name
        && (name.Contains("t10k", StringComparison.OrdinalIgnoreCase) || name.Contains("test", StringComparison.OrdinalIgnoreCase));

    /// <summary>The files of images, in the order of their names.</summary>
    private static List<string> Files(FileSystemInfo path)
    {
        if (path is not DirectoryInfo folder) return [path.FullName];
        List<string> files = [.. folder.EnumerateFiles().Select(file => file.FullName).Where(IsImages).Order(StringComparer.Ordinal)];
        return files.Count > 0
            ? files
            : throw new InputException(
                "the folder has no file of images", path.FullName,
                "Give IDX files, such as train-images-idx3-ubyte and train-labels-idx1-ubyte, or CIFAR's data_batch_1.bin or train.bin.");

        static bool IsImages(string file) => Path.GetFileName(file) is var name
            && (name.Contains("images", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<ImageRow> ImagesOf(string file, bool isAlone)
    {
        var bytes = ImageFile.Read(file);
        if (isAlone && IdxFile.IsOne(bytes))
            throw new InputException("it is one of the two files of an IDX set, images and labels", file, "Give the folder that holds both.");
        return IdxFile.IsOne(bytes) || Path.GetFileName(file).Contains("images", StringComparison.OrdinalIgnoreCase)
            ? OfIdx(file, bytes)
            : CifarFile.Read(file, bytes).Select(image => new ImageRow(
                Split.Train, 0, image.Label, CifarFile.Side, CifarFile.Side, CifarFile.Channels, image.Pixels));
    }

    private static IEnumerable<ImageRow> OfIdx(string file, byte[] bytes)
    {
        var (height, width, pixels) = IdxFile.Images(file, bytes);
        var labelFile = LabelFile(file);
        var labels = IdxFile.Labels(labelFile, ImageFile.Read(labelFile));
        var length = height * width;
        if (labels.Length != pixels.Length / length)
            throw new InputException($"{labels.Length} labels for {pixels.Length / length} images in {file}", labelFile, "Give the labels of these images.");
        return Enumerable.Range(0, labels.Length).Select(image => new ImageRow(
            Split.Train, image, labels.Span[image], height, width, 1, pixels.Slice(image * length, length).ToArray()));
    }

    private static string LabelFile(string file)
    {
        var name = Path.GetFileName(file).Replace("images", "labels", StringComparison.OrdinalIgnoreCase)
            .Replace("idx3", "idx1", StringComparison.OrdinalIgnoreCase);
        var labels = Path.Combine(Path.GetDirectoryName(file)!, name);
        return labels != file && File.Exists(labels)
            ? labels
            : throw new InputException(
                $"there are no labels beside it, in '{name}'", file, "Put both files, ...images-idx3-ubyte and ...labels-idx1-ubyte, into a folder and give the folder.");
    }
}
