namespace Research.Mirage.Vision;

/// <summary>A family of models of images; its members differ in size.</summary>
public enum VisionFamily
{
    /// <summary>Shallow autoencoders; the size is the number of units between image and image.</summary>
    Autoencoder,

    /// <summary>Convolutional networks after LeNet; the size is the number of channels of the first layer.</summary>
    Lenet,

    /// <summary>Transformers on sequences of images and labels; the size is the width.</summary>
    Sequences,
}
