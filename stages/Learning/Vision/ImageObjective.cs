namespace Research.Learning.Vision;

/// <summary>What a network of images is trained to do.</summary>
public enum ImageObjective
{
    /// <summary>Give back its image: least mean squared error over pixels.</summary>
    Reconstruct,

    /// <summary>Name the class of its image: least cross-entropy.</summary>
    Classify,
}
