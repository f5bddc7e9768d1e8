namespace Research.Languages.DoublyEmbedded.Oracles;

/// <summary>What a reader of a message takes into account.</summary>
public enum Evidence
{
    /// <summary>Every letter: the exact posterior.</summary>
    WholeMessage,

    /// <summary>The transitions, not the first letter: how the author's generator measures ambiguity.</summary>
    TransitionsOnly,
}
