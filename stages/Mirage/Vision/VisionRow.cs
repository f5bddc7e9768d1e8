namespace Research.Mirage.Vision;

/// <summary>What a model made of one test image: the frozen output that every metric is computed from.</summary>
/// <param name="Family">The model's family.</param>
/// <param name="Images">Name of the images.</param>
/// <param name="Size">Size of the model.</param>
/// <param name="Parameters">Number of its parameters.</param>
/// <param name="Seed">Seed of its training.</param>
/// <param name="Item">Number of the test image; of sequences, the sequence.</param>
/// <param name="Place">Place in the sequence, from 0; 0 for single images.</param>
/// <param name="Label">The true class.</param>
/// <param name="Answer">The class that the model finds likeliest, the first of equals; null for autoencoders.</param>
/// <param name="LogProbability">Log of its probability of the true class, nats; null for autoencoders.</param>
/// <param name="SquaredError">||x - x̂||² over the pixels, in units of a full pixel; autoencoders only.</param>
public sealed record VisionRow(
    VisionFamily Family, string Images, int Size, int Parameters, int Seed, int Item, int Place, int Label, int? Answer,
    double? LogProbability, double? SquaredError);
