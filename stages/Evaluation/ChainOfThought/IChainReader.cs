namespace Research.Evaluation.ChainOfThought;

/// <summary>Something that goes on with the documents of a chain language: a trained model, or an exact reader of its world.</summary>
internal interface IChainReader
{
    /// <summary>The distribution of a node's value after each prompt, which ends with that node's letter. [prompts][values]</summary>
    double[][] Values(IReadOnlyList<ChainPrompt> prompts, CancellationToken cancellation);
}
