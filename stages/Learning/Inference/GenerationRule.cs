using Research.Numerics;

namespace Research.Learning.Inference;

/// <summary>How the next token is chosen, and when a continuation ends.</summary>
internal sealed class GenerationRule(int block, int mostTokens, int? stopToken, Sampling? sampling)
{
    private readonly Philox? random = sampling is null ? null : new Philox(sampling.Seed, sampling.Stream);

    /// <summary>
    /// Most tokens after a prompt: the last may follow a full context, for nothing has to follow it.
    /// </summary>
    public int MostTokens(int promptLength) => Math.Min(mostTokens, block - promptLength + 1);

    /// <summary>Chooses the token at a position of the sequence that began with a prompt.</summary>
    public int Choose(ReadOnlySpan<float> logProbabilities, int prompt, int position) =>
        random is { } stream && sampling is { } draws
            ? TokenChoice.Draw(
                logProbabilities, draws.Temperature, stream.UniformDouble(position, step: (uint)(draws.FirstPrompt + prompt)))
            : TokenChoice.Greedy(logProbabilities);

    /// <summary>Whether, and why, a continuation is complete.</summary>
    public ContinuationEnd? End(int promptLength, IReadOnlyList<int> tokens)
    {
        if (tokens[^1] == stopToken)
        {
            return ContinuationEnd.StopToken;
        }

        if (tokens.Count == mostTokens)
        {
            return ContinuationEnd.Length;
        }

        return tokens.Count == MostTokens(promptLength) ? ContinuationEnd.ContextFull : null;
    }
}
