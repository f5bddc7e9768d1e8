using Research.Jobs;
using Research.Learning.Vision;

namespace Research.Mirage.Vision;

/// <summary>Trains the models of images. A run takes seconds: none is resumable.</summary>
public static class VisionTraining
{
    /// <summary>Trains one model.</summary>
    /// <exception cref="InputException">The images do not fit the model, or the training diverged.</exception>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public static void Train(VisionModelSpec item, ImageSet images, NetworkCheckpoint output, JobContext job)
    {
        var train = images.Read(Split.Train);
        var classes = images.ClassCount();
        if (item.Family == VisionFamily.Sequences)
            SequenceTrainer.Train(VisionModels.Sequences(item, train.Size, classes), train, output, job);
        else
            ImageTrainer.Train(VisionModels.Feedforward(item, train.Size, classes), train, output, job);
    }
}
