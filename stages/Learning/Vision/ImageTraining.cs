namespace Research.Learning.Vision;

/// <summary>One training of a feed-forward network on images.</summary>
/// <param name="Name">The readable name: <c>autoencoder of 8 units, glyphs, seed 1</c>.</param>
/// <param name="Input">Size of the images.</param>
/// <param name="Layers">The network; it ends in as many numbers as an image has, or in one for each class.</param>
/// <param name="Objective">What it is trained to do.</param>
/// <param name="Schedule">Optimizer, batch (images of an update) and number of updates.</param>
/// <param name="Seed">Seed of the initial weights and of the order of the images.</param>
public sealed record ImageTraining(
    string Name, ImageSize Input, IReadOnlyList<Layer> Layers, ImageObjective Objective, TrainingSpec Schedule, int Seed)
{
    /// <summary>The network's sizes and parameters.</summary>
    /// <exception cref="Jobs.InputException">The images are too small for a layer.</exception>
    public NetworkLayout Layout => new(Input, Layers, Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
