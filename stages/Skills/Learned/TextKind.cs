namespace Research.Skills.Learned;

/// <summary>What a text that a model is asked about has to do with its training texts.</summary>
public enum TextKind
{
    /// <summary>A training text, its skills in an order of their own.</summary>
    Trained,

    /// <summary>A tuple of skills that no training text names; every pair of them may have stood together in one.</summary>
    Fresh,

    /// <summary>A tuple with a pair of skills that was held out: no training text names both.</summary>
    HeldOut,
}
