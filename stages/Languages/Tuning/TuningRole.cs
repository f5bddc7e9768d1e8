namespace Research.Languages.Tuning;

/// <summary>What an instruction tuning does with an intention.</summary>
public enum TuningRole
{
    /// <summary>Messages of it are prompts in the tuning text: its row of the intention chain is changed.</summary>
    Prompt,

    /// <summary>Messages of it are the answers to prompts.</summary>
    Answer,

    /// <summary>The tuning text has none of its messages.</summary>
    HeldOut,
}
