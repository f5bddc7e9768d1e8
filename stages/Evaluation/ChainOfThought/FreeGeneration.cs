using Research.Learning.Inference;
using Research.Languages.Chains;

namespace Research.Evaluation.ChainOfThought;

/// <summary>
/// The model writes the document on, from header and condition, until it names the target; then its distribution of the target's value is
/// taken, and averaged over the samples. A sample that never names it within the length of a document gives none; if none does, the answer
/// is the uniform distribution.
/// </summary>
internal sealed class FreeGeneration(TrainedModel model, ChainLanguage language, int seed, int samples)
{
    private readonly ModelReader reader = new(model, language.Alphabet, language.World.Values);

    /// <summary>Answers several questions about one target.</summary>
    /// <returns>For each question the average distribution of its samples, and the share of them that named the target.</returns>
    public IEnumerable<(double[] Answer, double Reached)> Answer(IReadOnlyList<Question> questions, int firstQuestion, CancellationToken cancellation)
    {
        int target = questions[0].Target, values = language.World.Values;
        int[][] prompts = [.. questions.SelectMany(question =>
            Enumerable.Repeat(ChainPrompt.Opening(language.Alphabet, target, [question.Condition]), samples))];
        var written = model.Continue(
            prompts, language.LongestDocument - prompts[0].Length, language.Alphabet.OfNode(target),
            new Sampling(seed, "evaluation/chain-of-thought", FirstPrompt: firstQuestion * samples), cancellation);
        int[] arrived = [.. Enumerable.Range(0, prompts.Length).Where(i => written[i].End == ContinuationEnd.StopToken)];
        var answers = reader.Values([.. arrived.Select(i => (int[])[.. prompts[i], .. written[i].Tokens])], cancellation);
        var bySample = new double[prompts.Length][];
        for (var k = 0; k < arrived.Length; k++) bySample[arrived[k]] = answers[k];
        return bySample.Chunk(samples).Select(chunk => Average(chunk, values));
    }

    private static (double[] Answer, double Reached) Average(double[]?[] chunk, int values)
    {
        var average = new double[values];
        var reached = chunk.Count(answer => answer is not null);
        if (reached == 0) average.AsSpan().Fill(1.0 / values);
        foreach (var answer in chunk.OfType<double[]>())
            for (var value = 0; value < values; value++) average[value] += answer[value] / reached;
        return (average, reached / (double)chunk.Length);
    }
}
