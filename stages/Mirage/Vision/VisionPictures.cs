using Research.Jobs;
using Research.Learning.Vision;
using Research.Mirage.Metrics;
using Research.Tables;

namespace Research.Mirage.Vision;

/// <summary>Draws test images and their reconstructions, pixel by pixel.</summary>
public static class VisionPictures
{
    /// <summary>Writes the pictures.</summary>
    /// <exception cref="InputException">An input is damaged.</exception>
    public static void Draw(
        VisionPictureSpec item, ImageSet images, IReadOnlyList<NetworkCheckpoint> checkpoints, Table<VisionPictureRow> output, JobContext job)
    {
        var test = images.Read(Split.Test);
        int[] chosen = [.. Enumerable.Range(0, test.Count).DistinctBy(image => test.Classes[image]).Take(item.Count)];
        List<VisionPictureRow> rows = [.. chosen.SelectMany(image => Pixels(test, image, 0, test.Numbers(image, 1)))];
        foreach (var (model, checkpoint) in item.Models.Zip(checkpoints))
        {
            using var network = ImageModel.Load(VisionModels.Feedforward(model, test.Size, images.ClassCount()), checkpoint, job);
            var outputs = network.Outputs(test, job.Cancellation);
            rows.AddRange(chosen.SelectMany(image => Pixels(
                test, image, model.Size, outputs[(image * test.Size.Length)..((image + 1) * test.Size.Length)])));
        }

        output.Write(rows);
    }

    private static IEnumerable<VisionPictureRow> Pixels(LabelledImages test, int image, int units, float[] values)
    {
        var (size, error) = (test.Size, Reconstruction.SquaredError(test.Numbers(image, 1), values));
        for (var pixel = 0; pixel < size.Height * size.Width; pixel++)
        {
            var ink = 0.0;
            for (var color = 0; color < size.Channels; color++) ink += values[(pixel * size.Channels) + color];
            yield return new(image, test.Classes[image], units, error, pixel / size.Width, pixel % size.Width, ink / size.Channels);
        }
    }
}
