namespace Research.Evaluation.SparsityViolation;

/// <summary>What a reader is asked for.</summary>
public enum ViolationTask
{
    /// <summary>The next letter, after a newline and the first letters of a message.</summary>
    Understanding,

    /// <summary>The first letter of the next message, after messages that share their intention.</summary>
    Examples,

    /// <summary>The first letter of a later message, after the first one alone.</summary>
    Direct,

    /// <summary>The same, after the first message and all between: the intentions step by step.</summary>
    Steps,
}
