namespace Research.Learning;

/// <summary>How the learning rate goes after the warm-up.</summary>
public enum RateSchedule
{
    /// <summary>It stays (the author's runs).</summary>
    Constant,

    /// <summary>It falls along half a cosine to its minimum at the last step (nanoGPT's default).</summary>
    Cosine,
}
