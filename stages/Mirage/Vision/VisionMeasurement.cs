using Research.Jobs;
using Research.Learning.Vision;
using Research.Mirage.Metrics;
using Research.Numerics;
using Research.Tables;

namespace Research.Mirage.Vision;

/// <summary>Asks a trained model about all test images, once; the metrics are computed from what it writes.</summary>
public static class VisionMeasurement
{
    /// <summary>Writes the model's outputs.</summary>
    /// <exception cref="InputException">An input is damaged.</exception>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public static void Measure(VisionModelSpec item, ImageSet images, NetworkCheckpoint checkpoint, Table<VisionRow> output, JobContext job)
    {
        var test = images.Read(Split.Test);
        var classes = images.ClassCount();
        output.Write(item.Family switch
        {
            VisionFamily.Autoencoder => Errors(item, test, VisionModels.Feedforward(item, test.Size, classes), checkpoint, job),
            VisionFamily.Lenet => Answers(item, test, VisionModels.Feedforward(item, test.Size, classes), checkpoint, job),
            _ => Sequences(item, test, VisionModels.Sequences(item, test.Size, classes), checkpoint, job),
        });
    }

    private static IEnumerable<VisionRow> Errors(
        VisionModelSpec item, LabelledImages test, ImageTraining training, NetworkCheckpoint checkpoint, JobContext job)
    {
        using var model = ImageModel.Load(training, checkpoint, job);
        var (outputs, pixels) = (model.Outputs(test, job.Cancellation), test.Size.Length);
        for (var i = 0; i < test.Count; i++)
        {
            var error = Reconstruction.SquaredError(test.Numbers(i, 1), outputs.AsSpan(i * pixels, pixels));
            yield return Row(item, training.Layout.ParameterCount, i, 0, test.Classes[i]) with { SquaredError = error };
        }
    }

    private static IEnumerable<VisionRow> Answers(
        VisionModelSpec item, LabelledImages test, ImageTraining training, NetworkCheckpoint checkpoint, JobContext job)
    {
        using var model = ImageModel.Load(training, checkpoint, job);
        var (outputs, classes) = (model.Outputs(test, job.Cancellation), training.Layout.Outputs);
        for (var i = 0; i < test.Count; i++)
        {
            yield return Answered(
                Row(item, training.Layout.ParameterCount, i, 0, test.Classes[i]), outputs.AsSpan(i * classes, classes));
        }
    }

    // The sequences of the test: half as many as there are test images, of any classes, the same for every model.
    private static IEnumerable<VisionRow> Sequences(
        VisionModelSpec item, LabelledImages test, SequenceTraining training, NetworkCheckpoint checkpoint, JobContext job)
    {
        using var model = SequenceModel.Load(training, checkpoint, job);
        var chosen = new int[Math.Max(1, test.Count / 2) * training.Pairs];
        new ImageSequences(test, training.Pairs, new Philox(0, "test sequences")).Draw(0, 0, chosen);
        var (logits, classes) = (model.Logits(test, chosen, job.Cancellation), training.Model.Vocabulary);
        for (var i = 0; i < chosen.Length; i++)
        {
            var row = Row(item, training.ParameterCount, i / training.Pairs, i % training.Pairs, test.Classes[chosen[i]]);
            yield return Answered(row, logits.AsSpan(i * classes, classes));
        }
    }

    private static VisionRow Row(VisionModelSpec item, int parameters, int number, int place, int label) =>
        new(item.Family, item.Images, item.Size, parameters, item.Seed, number, place, label, null, null, null);

    private static VisionRow Answered(VisionRow row, ReadOnlySpan<float> logits)
    {
        var values = new double[logits.Length];
        var best = 0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = logits[i];
            best = values[i] > values[best] ? i : best;
        }

        return row with { Answer = best, LogProbability = values[row.Label] - Elementary.LogSumExp(values) };
    }
}
