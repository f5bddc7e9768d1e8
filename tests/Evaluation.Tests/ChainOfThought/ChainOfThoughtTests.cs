using Research.Evaluation.ChainOfThought;
using Research.Evaluation.Tests.Slow;
using Research.Jobs;
using Research.Languages.Chains;
using Research.Languages.Tests.Chains;

namespace Research.Evaluation.Tests.ChainOfThought;

public sealed class ChainOfThoughtTests
{
    [Fact]
    public void Every_estimate_equals_a_slow_computation_by_definition()
    {
        using var laboratory = new ChainLaboratory();
        var slow = new WorldEnumeration(laboratory.Language.World);

        List<ChainOfThoughtRow> rows = [.. laboratory.Measure(samples: 2).Read()];

        foreach (var row in rows)
        {
            Statement condition = new(row.Condition[0] - 'a', row.Value);
            var target = row.Target[0] - 'a';
            var truth = slow.Conditional(target, condition);
            var middle = (condition.Node + target) / 2;
            var prompt = $"\n{row.Target}{condition}";
            double[]? answer = row.Estimator switch
            {
                Estimator.Direct => laboratory.NextValue(prompt + row.Target),
                Estimator.Scaffolded => Along(laboratory, prompt, middle, row.Target, laboratory.NextValue(prompt + (char)('a' + middle))),
                Estimator.WrongSteps => Along(laboratory, prompt, middle, row.Target, [.5, .5]),
                Estimator.Marginal => slow.Conditional(target),
                Estimator.AdjacentSteps => truth,
                _ => null,
            };
            if (answer is null) continue;
            Near.Equal(truth.Zip(answer, (p, q) => p * Math.Log(p / q)).Sum(), row.Kl, $"{row}");
            Assert.Equal(truth[0] > truth[1] == answer[0] > answer[1], row.Agrees);
            Assert.Null(row.Reached);
        }
    }

    [Fact]
    public void Adjacent_steps_forget_all_but_the_last_statement_which_shows_on_a_graph()
    {
        var spec = Enumerable.Range(1, 200)
            .Select(seed => new ChainSpec(Topology.Graph, .5, Nodes: 9, Values: 2, MostSteps: 2, HeldOut: 1, Documents: 200, Seed: seed))
            .First(spec => IsPossible(spec) && LargestLoss(ChainLanguage.Of(spec)) > 1e-3);
        using var laboratory = new ChainLaboratory(spec, block: 24);
        var slow = new WorldEnumeration(laboratory.Language.World);

        foreach (var row in laboratory.Measure(samples: 2).Read().Where(row => row.Estimator == Estimator.AdjacentSteps))
        {
            Statement condition = new(row.Condition[0] - 'a', row.Value);
            var (truth, answer) = TruthAndSteps(laboratory.Language.World, slow, condition, row.Target[0] - 'a');
            Near.Equal(truth.Zip(answer, (p, q) => p * Math.Log(p / q)).Sum(), row.Kl, $"{row}");
        }

        static double LargestLoss(ChainLanguage language) => language.HeldOut.Concat(language.Controls).Max(pair =>
        {
            var (truth, answer) = TruthAndSteps(language.World, new WorldEnumeration(language.World), new(pair.First, 0), pair.Second);
            return Math.Abs(truth[0] - answer[0]);
        });
    }

    private static bool IsPossible(ChainSpec spec)
    {
        try
        {
            return ChainLanguage.Of(spec).HeldOut.Count > 0;
        }
        catch (InputException)
        {
            return false;
        }
    }

    /// <summary>q(target | condition), and what comes of q(middle | condition) and q(target | middle).</summary>
    private static (double[] Truth, double[] Steps) TruthAndSteps(World world, WorldEnumeration slow, Statement condition, int target)
    {
        var middle = world.Routes.Path(condition.Node, target)[1];
        var step = slow.Conditional(middle, condition);
        return (slow.Conditional(target, condition), [.. Enumerable.Range(0, 2).Select(value =>
            Enumerable.Range(0, 2).Sum(at => step[at] * slow.Conditional(target, new Statement(middle, at))[value]))]);
    }

    [Fact]
    public void Neighbors_held_out_pairs_and_controls_are_asked_in_both_directions_at_every_value()
    {
        using var laboratory = new ChainLaboratory();

        List<ChainOfThoughtRow> rows = [.. laboratory.Measure(samples: 2).Read()];

        Assert.Equal(4 * 2 * 2, rows.Count(row => row.Steps == 1));
        Assert.All(rows.Where(row => row.Steps == 1), row => Assert.Equal((Estimator.Direct, false), (row.Estimator, row.HeldOut)));
        foreach (var (heldOut, pairs) in new[] { (true, laboratory.Language.HeldOut), (false, laboratory.Language.Controls) })
        {
            var asked = rows.Where(row => row.Steps == 2 && row.HeldOut == heldOut).ToList();
            Assert.Equal(7 * 4, asked.Count);
            Assert.Equal(pairs, asked.Select(row => new NodePair(row.Condition[0] - 'a', row.Target[0] - 'a')).Distinct());
            Assert.All(asked.GroupBy(row => (row.Condition, row.Value)), question => Assert.Equal(7, question.Select(row => row.Estimator).Distinct().Count()));
        }
    }

    /// <summary>All texts that the model can write are enumerated; four standard errors of two thousand samples.</summary>
    [Fact]
    public void Free_generation_averages_what_the_model_says_after_naming_the_target()
    {
        using var laboratory = new ChainLaboratory(coverage: 1);
        var slow = new WorldEnumeration(laboratory.Language.World);

        var row = laboratory.Measure(samples: 2000).Read().First(row => row.Estimator == Estimator.Free);

        double[] sum = [0, 0];
        var reached = 0.0;
        Write($"\n{row.Target}{row.Condition}{row.Value}", 1);
        var truth = slow.Conditional(row.Target[0] - 'a', new Statement(row.Condition[0] - 'a', row.Value));
        Assert.Equal(reached, row.Reached!.Value, .04);
        Assert.Equal(truth.Zip(sum, (p, q) => p * Math.Log(p * reached / q)).Sum(), row.Kl, .03);

        void Write(string text, double probability)
        {
            if (text.Length > 4 && text[^1] == row.Target[0])
            {
                reached += probability;
                foreach (var (value, p) in laboratory.NextValue(text).Index()) sum[value] += probability * p;
            }
            else if (text.Length < laboratory.Language.LongestDocument)
            {
                foreach (var (token, p) in laboratory.Next(text).Index()) Write(text + laboratory.Language.Alphabet.Characters[token], probability * p);
            }
        }
    }

    [Fact]
    public void One_thread_and_three_write_the_same_bytes()
    {
        using var laboratory = new ChainLaboratory();

        var one = laboratory.Measure(samples: 5, new JobContext { Threads = 1 });
        var three = laboratory.Measure(samples: 5, new JobContext { Threads = 3 });

        Assert.Equal(File.ReadAllBytes(one.FilePath), File.ReadAllBytes(three.FilePath));
    }

    [Fact]
    public void A_user_who_wants_to_stop_is_obeyed()
    {
        using var laboratory = new ChainLaboratory();

        Assert.Throws<OperationCanceledException>(
            () => laboratory.Measure(samples: 2, new JobContext { Cancellation = new CancellationToken(canceled: true) }));
    }

    [Fact]
    public void A_block_too_short_for_a_document_is_named()
    {
        using var laboratory = new ChainLaboratory(block: 7);

        var error = Assert.Throws<InputException>(() => laboratory.Measure(samples: 2));

        Assert.Equal("a document takes up to 8 symbols, the model's block has 7", error.What);
    }

    private static double[] Along(ChainLaboratory laboratory, string prompt, int middle, string target, double[] weights)
    {
        var answers = weights.Select((_, value) => laboratory.NextValue($"{prompt}{new Statement(middle, value)}{target}")).ToList();
        return [.. answers[0].Select((_, value) => answers.Select((answer, i) => weights[i] * answer[value]).Sum())];
    }
}
