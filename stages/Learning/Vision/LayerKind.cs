namespace Research.Learning.Vision;

/// <summary>What a layer of a network does.</summary>
public enum LayerKind
{
    /// <summary>Convolution at every place, with bias.</summary>
    Convolution,

    /// <summary>Largest number of each square of pixels.</summary>
    MaxPool,

    /// <summary>Gaussian error linear unit, tanh form.</summary>
    Gelu,

    /// <summary>Every output a weighted sum of all inputs, with bias.</summary>
    Linear,

    /// <summary>Logistic function.</summary>
    Sigmoid,
}
