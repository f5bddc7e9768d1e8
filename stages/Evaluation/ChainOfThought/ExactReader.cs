using Research.Languages.Chains;
using Research.Languages.Chains.Oracles;

namespace Research.Evaluation.ChainOfThought;

/// <summary>A reader that knows the world.</summary>
/// <param name="oracle">Exact probabilities.</param>
/// <param name="lastOnly">Whether it looks at the last statement alone: what the pairs of neighbors teach, and no more.</param>
internal sealed class ExactReader(WorldOracle oracle, bool lastOnly) : IChainReader
{
    private readonly Dictionary<(int, Statement), double[]> known = [];

    /// <inheritdoc/>
    public double[][] Values(IReadOnlyList<ChainPrompt> prompts, CancellationToken cancellation) => [.. prompts.Select(Value)];

    private double[] Value(ChainPrompt prompt)
    {
        if (!lastOnly) return oracle.Conditional(prompt.Asked, prompt.Statements);
        var key = (prompt.Asked, prompt.Statements[^1]);
        if (!known.TryGetValue(key, out var answer)) known[key] = answer = oracle.Conditional(prompt.Asked, [prompt.Statements[^1]]);
        return answer;
    }
}
