using Research.Learning.Inference;
using Research.Languages.Chains;

namespace Research.Evaluation.ChainOfThought;

/// <summary>A trained model as a reader. The letter of a node is followed by a value, so what the model gives to other symbols there is shared out.</summary>
internal sealed class ModelReader(TrainedModel model, ChainAlphabet alphabet, int values) : IChainReader
{
    /// <inheritdoc/>
    public double[][] Values(IReadOnlyList<ChainPrompt> prompts, CancellationToken cancellation) =>
        Values([.. prompts.Select(prompt => prompt.Tokens(alphabet))], cancellation);

    /// <summary>The same after prompts given as tokens.</summary>
    public double[][] Values(IReadOnlyList<int[]> prompts, CancellationToken cancellation) =>
        Array.ConvertAll(model.NextTokens(prompts, cancellation), OfValues);

    private double[] OfValues(double[] tokens)
    {
        var probabilities = tokens.AsSpan(alphabet.OfValue(0), values).ToArray();
        var sum = 0.0;
        foreach (var p in probabilities) sum += p;
        return Array.ConvertAll(probabilities, p => p / sum);
    }
}
