namespace Research.Evaluation.Ginc;

/// <summary>Where the concept of a prompt comes from.</summary>
public enum ConceptKind
{
    /// <summary>It is one that documents of the training text have.</summary>
    Seen,

    /// <summary>No document has it.</summary>
    Unseen,
}
