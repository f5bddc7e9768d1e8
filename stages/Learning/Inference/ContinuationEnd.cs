namespace Research.Learning.Inference;

/// <summary>Why a continuation ended.</summary>
public enum ContinuationEnd
{
    /// <summary>The stop token came; it is the last of the continuation.</summary>
    StopToken,

    /// <summary>It has as many tokens as asked for.</summary>
    Length,

    /// <summary>The model takes no longer context; nothing slides out of it.</summary>
    ContextFull,
}
