namespace Research.Learning.Inference;

/// <summary>Which sequences a model takes.</summary>
internal static class SequenceLimits
{
    /// <exception cref="ArgumentException">The sequence is empty or too long, or has a token outside of the vocabulary.</exception>
    public static void Require(GptSpec spec, int[] sequence, int number, string argument)
    {
        if (sequence.Length < 1 || sequence.Length > spec.Block)
        {
            throw new ArgumentException(
                $"sequence {number} has {sequence.Length} tokens; the model takes 1 to {spec.Block}", argument);
        }

        if (sequence.AsSpan().ContainsAnyExceptInRange(0, spec.Vocabulary - 1))
        {
            throw new ArgumentException(
                $"sequence {number} has a token outside of the vocabulary 0 to {spec.Vocabulary - 1}", argument);
        }
    }
}
