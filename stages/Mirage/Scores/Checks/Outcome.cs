namespace Research.Mirage.Scores.Checks;

/// <summary>What the data check did about something.</summary>
public enum Outcome
{
    /// <summary>It counts something; nothing is wrong.</summary>
    Noted,

    /// <summary>The scores stay, and a reader should know.</summary>
    Kept,

    /// <summary>The scores were left out.</summary>
    Dropped,
}
