using Research.Evaluation.ChainOfThought;
using Research.Jobs;
using Research.Languages.Chains;
using Research.Languages.Chains.Oracles;
using Research.Numerics;

namespace Research.Evaluation.Tests.ChainOfThought;

/// <summary>The same reasoning by readers that know the world.</summary>
public sealed class ExactReasoningTests
{
    [Theory, InlineData(Topology.Line), InlineData(Topology.Tree), InlineData(Topology.Graph)]
    public void A_reader_that_knows_the_world_gains_nothing_from_its_own_steps(Topology topology)
    {
        var oracle = new WorldOracle(ChainLanguage.Of(new(topology, 1, Values: 3)).World);

        for (var steps = 2; steps <= 4; steps++)
        {
            var question = Ask(oracle.World, oracle.World.Routes.Pairs(steps).First());
            var (own, atRandom) = Scaffold.Answer(new ExactReader(oracle, lastOnly: false), question, default);
            var exact = oracle.Conditional(question.Target, [question.Condition]);
            Assert.All(exact.Zip(own), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
            Assert.True(exact.Zip(atRandom, (p, q) => Math.Abs(p - q)).Max() > .1);
        }
    }

    [Fact]
    public void Neighbors_put_together_are_exact_on_a_line_and_not_on_a_graph()
    {
        Assert.Equal(0, Error(Topology.Line), 1e-12);
        Assert.True(Error(Topology.Graph) > 1e-3);

        static double Error(Topology topology)
        {
            var oracle = new WorldOracle(ChainLanguage.Of(new(topology, 1, Values: 3)).World);
            return oracle.World.Routes.Pairs(3).Max(pair =>
            {
                var question = Ask(oracle.World, pair);
                var (own, _) = Scaffold.Answer(new ExactReader(oracle, lastOnly: true), question, default);
                return oracle.Conditional(question.Target, [question.Condition]).Zip(own, (p, q) => Math.Abs(p - q)).Max();
            });
        }
    }

    [Fact]
    public void Irrelevant_steps_are_true_statements_on_the_nodes_farthest_from_the_path()
    {
        var oracle = new WorldOracle(ChainLanguage.Of(new(Topology.Line, 1, Values: 2)).World);
        var question = Ask(oracle.World, new(1, 4));
        var draws = new PhiloxStream(new Philox(1, "test"));

        List<ChainPrompt> prompts = [.. new IrrelevantSteps(oracle, samples: 4000).Prompts(question, ref draws)];

        Assert.All(prompts, prompt => Assert.Equal([1, 11, 10], prompt.Statements.Select(statement => statement.Node)));
        Assert.All(prompts, prompt => Assert.Equal((4, 4, question.Condition), (prompt.Header, prompt.Asked, prompt.Statements[0])));
        foreach (var state in prompts.GroupBy(prompt => (prompt.Statements[1].Value, prompt.Statements[2].Value)))
        {
            var expected = oracle.Probability([question.Condition, new(11, state.Key.Item1), new(10, state.Key.Item2)])
                / oracle.Probability([question.Condition]);
            Assert.Equal(expected, state.Count() / 4000.0, .035);
        }

        // The other end of the line is far from this one.
        List<ChainPrompt> others = [.. new IrrelevantSteps(oracle, samples: 1).Prompts(Ask(oracle.World, new(8, 11)), ref draws)];
        Assert.Equal([8, 0, 1], others[0].Statements.Select(statement => statement.Node));
    }

    [Fact]
    public void Information_rows_hold_what_the_oracle_says_of_each_pair()
    {
        using var laboratory = new ChainLaboratory();
        var table = laboratory.Table<StepInformationRow>();
        StepInformationMeasurement.Measure(new(laboratory.Spec), laboratory.Corpus, table, new JobContext());

        List<StepInformationRow> rows = [.. table.Read()];

        Assert.Equal([true, false], rows.Select(row => row.HeldOut));
        foreach (var (row, pair) in rows.Zip(laboratory.Language.HeldOut.Concat(laboratory.Language.Controls)))
        {
            var expected = StepInformation.Along(new(laboratory.Language.World), laboratory.Language.World.Routes.Path(pair.First, pair.Second));
            Assert.Equal((expected.FromStart, expected.FromSteps, expected.Lower), (row.FromStart, row.FromSteps, row.Lower));
            Assert.Equal(3, row.Instance.Split(' ').Length);
            Assert.InRange(row.OwnSteps, 0, 1e-12);
        }
    }

    private static Question Ask(World world, NodePair pair) =>
        new(new(pair.First, 1), world.Routes.Path(pair.First, pair.Second), HeldOut: true);
}
