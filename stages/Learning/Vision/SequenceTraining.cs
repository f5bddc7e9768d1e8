namespace Research.Learning.Vision;

/// <summary>
/// One training of a transformer on sequences of images and their labels, x1 y1 x2 y2 ... (Chan et al. 2022 in miniature): images are
/// embedded by a convolutional network, labels by the transformer's table, and at each image the label that follows is predicted.
/// </summary>
/// <param name="Name">The readable name.</param>
/// <param name="Input">Size of the images.</param>
/// <param name="Embedding">The network that embeds an image; it ends in as many numbers as the transformer is wide.</param>
/// <param name="Model">The transformer: its vocabulary is the classes, its block twice the pairs less one.</param>
/// <param name="Pairs">Images of a sequence; at least 1.</param>
/// <param name="Bursty">Share of the training sequences whose images come from two classes only, in [0, 1].</param>
/// <param name="Schedule">Optimizer, batch (sequences of an update) and number of updates.</param>
/// <param name="Seed">Seed of the initial weights and of the sequences.</param>
public sealed record SequenceTraining(
    string Name, ImageSize Input, IReadOnlyList<Layer> Embedding, GptSpec Model, int Pairs, double Bursty, TrainingSpec Schedule, int Seed)
{
    /// <summary>Tokens of a sequence; the label of the last image is asked for only.</summary>
    public int Time => (2 * Pairs) - 1;

    /// <summary>Sizes and parameters of the network that embeds images.</summary>
    /// <exception cref="Jobs.InputException">The images are too small for a layer.</exception>
    public NetworkLayout EmbeddingLayout => new(Input, Embedding, Name);

    /// <summary>Number of all parameters.</summary>
    public int ParameterCount => EmbeddingLayout.ParameterCount + new Models.GptLayout(Model.Validate(Name)).ParameterCount;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
