namespace Research.Learning.Inference;

/// <summary>A prompt and what has been generated after it.</summary>
/// <param name="prompt">The prompt's number.</param>
/// <param name="promptLength">Its tokens.</param>
/// <param name="slot">Where it ends.</param>
internal sealed class GrowingSequence(int prompt, int promptLength, int slot)
{
    private readonly List<int> tokens = [];
    private readonly List<float> logProbabilities = [];

    /// <summary>The prompt's number.</summary>
    public int Prompt => prompt;

    /// <summary>The prompt's tokens.</summary>
    public int PromptLength => promptLength;

    /// <summary>All tokens: the position of the next one.</summary>
    public int Length => promptLength + tokens.Count;

    /// <summary>Where the sequence ends, as far as it has been put into the tree.</summary>
    public int Slot { get; set; } = slot;

    /// <summary>What was generated.</summary>
    public IReadOnlyList<int> Tokens => tokens;

    /// <summary>The log-probability of each.</summary>
    public IReadOnlyList<float> LogProbabilities => logProbabilities;

    /// <summary>Why it ended; null while it grows.</summary>
    public ContinuationEnd? End { get; set; }

    /// <summary>Appends a token.</summary>
    public void Append(int token, float logProbability)
    {
        tokens.Add(token);
        logProbabilities.Add(logProbability);
    }
}
