namespace Research.Skills.Learned;

/// <summary>Readers of the same training texts that compute, beside the models that are trained.</summary>
public enum AbstractReader
{
    /// <summary>Knows nothing and guesses.</summary>
    Guessing,

    /// <summary>The 1-skill learner of Liao, Chang &amp; Hong: a text with a sole unknown skill teaches it.</summary>
    OneSkill,

    /// <summary>Takes all that one text tells at a time: unknown skills that must all hide ones, or cannot.</summary>
    Counting,

    /// <summary>Takes all texts at once, as linear equations.</summary>
    Linear,

    /// <summary>Knows every skill that any training text names.</summary>
    Occurring,
}
