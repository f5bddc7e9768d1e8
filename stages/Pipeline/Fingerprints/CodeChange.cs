namespace Research.Pipeline.Fingerprints;

/// <summary>What happened to a member between two versions of an assembly.</summary>
public enum CodeChange
{
    /// <summary>Both versions have it, with different code.</summary>
    Changed,

    /// <summary>Only the new version has it.</summary>
    Added,

    /// <summary>Only the old version has it.</summary>
    Removed,
}
