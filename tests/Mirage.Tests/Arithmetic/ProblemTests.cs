using Research.Mirage.Arithmetic;
using Research.Numerics;

namespace Research.Mirage.Tests.Arithmetic;

public sealed class ProblemTests
{
    private static readonly ArithmeticSpec Spec = new(600);

    [Theory]
    [InlineData(ArithmeticTask.Addition, 12, 345, DigitOrder.LeastFirst, "2100+5430=753")]
    [InlineData(ArithmeticTask.Addition, 12, 345, DigitOrder.MostFirst, "0012+0345=357")]
    [InlineData(ArithmeticTask.Multiplication, 12, 30, DigitOrder.LeastFirst, "21*03=063")]
    [InlineData(ArithmeticTask.Multiplication, 0, 7, DigitOrder.MostFirst, "00*07=0")]
    [InlineData(ArithmeticTask.Addition, 9999, 9999, DigitOrder.LeastFirst, "9999+9999=89991")]
    public void A_problem_is_written_with_padded_operands_and_a_bare_result(ArithmeticTask task, int left, int right, DigitOrder order, string expected)
    {
        var text = new ProblemText(order).Solved(new(task, left, right));

        Assert.Equal(expected, text);
        Assert.Equal(text, ProblemText.Decode(ProblemText.Encode(text)));
        Assert.Equal(expected.Length - expected.IndexOf('=', StringComparison.Ordinal) - 1, new Problem(task, left, right).Length);
    }

    [Fact]
    public void Tokens_are_the_characters_in_the_order_of_their_codes() =>
        Assert.Equal(ProblemText.Characters, string.Concat(ProblemText.Characters.Order()));

    [Fact]
    public void Lengths_are_drawn_evenly_and_results_of_a_length_have_it()
    {
        var (sampler, draws, counts) = (new ProblemSampler(Spec), new PhiloxStream(new Philox(1, "test")), new int[6]);
        for (var i = 0; i < 5000; i++) counts[sampler.Draw(ArithmeticTask.Addition, isHeldOut: false, ref draws).Length]++;

        // 1000 each, standard deviation 28.
        Assert.All(counts[1..], count => Assert.InRange(count, 880, 1120));
        for (var length = 1; length <= 4; length++)
            Assert.Equal(length, sampler.Draw(ArithmeticTask.Multiplication, length, isHeldOut: false, ref draws).Length);
    }

    [Fact]
    public void A_pair_is_held_out_whichever_operand_comes_first_and_one_in_five_is()
    {
        var sampler = new ProblemSampler(Spec);
        var held = 0;
        for (var left = 0; left < 100; left++)
        {
            for (var right = 0; right < 100; right++)
            {
                var problem = new Problem(ArithmeticTask.Multiplication, left, right);
                Assert.Equal(sampler.IsHeldOut(problem), sampler.IsHeldOut(problem with { Left = right, Right = left }));
                if (sampler.IsHeldOut(problem)) held++;
            }
        }

        // Of 5,050 pairs without order, one in five: standard deviation 28 pairs, 57 of the 10,000 with it.
        Assert.InRange(held, 1770, 2230);
    }

    [Fact]
    public void Test_problems_are_held_out_and_different_and_as_many_as_there_are()
    {
        var sampler = new ProblemSampler(Spec);
        var many = sampler.Test(ArithmeticTask.Addition, 5, 40);
        var few = sampler.Test(ArithmeticTask.Addition, 1, 100);

        Assert.Equal(40, many.Distinct().Count());
        Assert.All(many, problem => Assert.True(sampler.IsHeldOut(problem) && problem.Length == 5));
        var all = from left in Enumerable.Range(0, 10) from right in Enumerable.Range(0, 10 - left) select new Problem(ArithmeticTask.Addition, left, right);
        Assert.Equal(all.Where(sampler.IsHeldOut).ToHashSet(), few.ToHashSet());
    }

    [Fact]
    public void The_corpus_has_runs_of_one_task_and_its_training_text_no_held_out_problem()
    {
        var messages = ArithmeticCorpusGenerator.Messages(Spec).ToList();
        var sampler = new ProblemSampler(Spec);

        Assert.Equal(Enumerable.Range(0, 600), messages.Select(message => message.Index));
        Assert.All(messages.Chunk(3), run => Assert.Single(run.Select(message => message.Task).Distinct()));
        Assert.Equal(540, messages.Count(message => message.Split == "train"));
        Assert.InRange(messages.Count(message => message.Task == ArithmeticTask.Addition), 360, 480);
        foreach (var message in messages)
        {
            var parts = message.Text.Split('+', '*', '=');
            int[] numbers = Array.ConvertAll(parts, digits => int.Parse(string.Concat(digits.Reverse()), System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(message.Task == ArithmeticTask.Addition ? numbers[0] + numbers[1] : numbers[0] * numbers[1], numbers[2]);
            Assert.Equal(message.Split == "validation", sampler.IsHeldOut(new(message.Task, numbers[0], numbers[1])));
            Assert.Equal(message.Length, parts[2].Length);
        }
    }

    [Theory, InlineData(DigitOrder.LeastFirst), InlineData(DigitOrder.MostFirst)]
    public void Options_differ_from_the_target_in_one_digit_and_prompts_hold_two_solved_problems_of_the_training_text(DigitOrder order)
    {
        var spec = Spec with { Order = order };
        var (items, sampler) = (TestItem.All(spec, 12), new ProblemSampler(spec));

        Assert.Equal(9, items.Select(item => (item.Task, item.Length)).Distinct().Count());
        foreach (var item in items)
        {
            Assert.Equal(item.Target, item.Choices[item.Correct]);
            Assert.Equal(4, item.Choices.Distinct().Count());
            Assert.All(item.Choices, choice => Assert.Equal(item.Length, choice.Length));
            Assert.All(item.Choices.Where(choice => choice != item.Target), choice => Assert.Single(choice.Zip(item.Target), pair => pair.First != pair.Second));
            if (item.Length > 1)
                Assert.All(item.Choices, choice => Assert.NotEqual('0', order == DigitOrder.LeastFirst ? choice[^1] : choice[0]));
            var lines = item.Prompt.Split('\n');
            Assert.Equal(3, lines.Length);
            Assert.EndsWith("=", lines[2], StringComparison.Ordinal);
            Assert.All(lines[..2], line => Assert.False(sampler.IsHeldOut(Parse(line, item.Task, order))));
            Assert.True(sampler.IsHeldOut(Parse(lines[2], item.Task, order)));
        }
    }

    private static Problem Parse(string line, ArithmeticTask task, DigitOrder order)
    {
        int[] numbers = [.. line.Split('=')[0].Split(task == ArithmeticTask.Addition ? '+' : '*').Select(digits => int.Parse(
            order == DigitOrder.LeastFirst ? string.Concat(digits.Reverse()) : digits, System.Globalization.CultureInfo.InvariantCulture))];
        return new(task, numbers[0], numbers[1]);
    }
}
