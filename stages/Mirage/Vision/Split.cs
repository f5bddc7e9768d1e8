namespace Research.Mirage.Vision;

/// <summary>What an image is for.</summary>
public enum Split
{
    /// <summary>Learned from.</summary>
    Train,

    /// <summary>Measured on.</summary>
    Test,
}
