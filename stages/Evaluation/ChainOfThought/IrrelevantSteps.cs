using Research.Languages;
using Research.Languages.Chains;
using Research.Languages.Chains.Oracles;
using Research.Numerics;

namespace Research.Evaluation.ChainOfThought;

/// <summary>
/// True statements that lead nowhere: in place of the steps of a question, as many nodes off its path, those farthest from it first, with
/// values drawn given the condition; then the target.
/// </summary>
internal sealed class IrrelevantSteps(WorldOracle oracle, int samples)
{
    /// <summary>The prompts of a question's samples.</summary>
    public IEnumerable<ChainPrompt> Prompts(Question question, ref PhiloxStream draws)
    {
        var nodes = Nodes(question);
        var prompts = new List<ChainPrompt>();
        for (var sample = 0; sample < samples; sample++)
        {
            var statements = new List<Statement> { question.Condition };
            foreach (var node in nodes)
            {
                var row = new Categorical(oracle.Conditional(node, statements), oracle.World.Values);
                statements.Add(new(node, row.Draw(0, draws.UniformDouble())));
            }

            prompts.Add(new(question.Target, statements, question.Target));
        }

        return prompts;
    }

    /// <summary>As many nodes as the path has steps between its ends, or as there are; among equally far ones the first letters.</summary>
    private List<int> Nodes(Question question) =>
    [
        .. Enumerable.Range(0, oracle.World.Nodes)
            .Except(question.Path)
            .OrderByDescending(node => question.Path.Min(on => oracle.World.Routes.Distance(node, on)))
            .ThenBy(node => node)
            .Take(question.Steps - 1),
    ];
}
