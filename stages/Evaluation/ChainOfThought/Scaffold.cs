using Research.Languages.Chains;

namespace Research.Evaluation.ChainOfThought;

/// <summary>
/// Reasoning along given nodes: all values of the steps are enumerated, level by level, and the reader's answers are averaged with the
/// probability that the reader itself gives to the steps: sum over steps of p(steps | condition) p(target | condition, steps).
/// </summary>
internal static class Scaffold
{
    /// <summary>The estimate with the reader's own steps, and with all values of the steps equally likely. [values] each</summary>
    public static (double[] Own, double[] AtRandom) Answer(IChainReader reader, Question question, CancellationToken cancellation)
    {
        var level = new List<(Statement[] Statements, double Probability)> { ([question.Condition], 1) };
        foreach (var node in question.Path.AsSpan(1, question.Steps - 1))
        {
            var next = new List<(Statement[], double)>();
            foreach (var ((statements, probability), answer) in level.Zip(Ask(reader, question, level, node, cancellation)))
                for (var value = 0; value < answer.Length; value++) next.Add(([.. statements, new(node, value)], probability * answer[value]));
            level = next;
        }

        var answers = Ask(reader, question, level, question.Target, cancellation);
        var (own, atRandom) = (new double[answers[0].Length], new double[answers[0].Length]);
        foreach (var ((_, probability), answer) in level.Zip(answers))
        {
            for (var value = 0; value < own.Length; value++)
            {
                own[value] += probability * answer[value];
                atRandom[value] += answer[value] / answers.Length;
            }
        }

        return (own, atRandom);
    }

    private static double[][] Ask(
        IChainReader reader, Question question, List<(Statement[] Statements, double Probability)> level, int node, CancellationToken cancellation) =>
        reader.Values(level.ConvertAll(prefix => new ChainPrompt(question.Target, prefix.Statements, node)), cancellation);
}
