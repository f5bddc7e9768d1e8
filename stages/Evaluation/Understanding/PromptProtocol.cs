namespace Research.Evaluation.Understanding;

/// <summary>How a prompt of the language-understanding experiment begins.</summary>
public enum PromptProtocol
{
    /// <summary>
    /// With the first letter of a message, as in the author's code: the reader does not know the place in the message.
    /// </summary>
    Bare,

    /// <summary>With a newline before it: only the intention is unknown.</summary>
    Newline,
}
