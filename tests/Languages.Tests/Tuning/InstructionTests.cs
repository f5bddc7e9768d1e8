using Research.Languages.Tuning;

namespace Research.Languages.Tests.Tuning;

public class InstructionTests
{
    [Fact]
    public void Of_six_intentions_two_are_prompts_two_are_answers_and_a_pair_is_held_out()
    {
        var instruction = new Instruction(6);

        Assert.Equal([0, 1, 3, 4], instruction.InText);
        Assert.Equal(
            [TuningRole.Prompt, TuningRole.Prompt, TuningRole.HeldOut, TuningRole.Answer, TuningRole.Answer, TuningRole.HeldOut],
            Enumerable.Range(0, 6).Select(instruction.RoleOf));
        Assert.Equal([3, 4, 5, 0, 1, 2], Enumerable.Range(0, 6).Select(instruction.AnswerTo));
        Assert.Equal([0, 0, 0, 1, 0, 0], Row(instruction, 0));
        Assert.Equal([0, 0, 0, 0, 1, 0], Row(instruction, 1));
        Assert.Equal([.5, .5, 0, 0, 0, 0], Row(instruction, 3));
        Assert.Equal([.5, .5, 0, 0, 0, 0], Row(instruction, 4));
        Assert.Throws<ArgumentException>(() => Row(instruction, 2));
        Assert.Throws<ArgumentException>(() => Row(instruction, 5));
    }

    [Theory]
    [InlineData(4), InlineData(6), InlineData(10)]
    public void No_answer_is_one_that_the_circular_chain_gives_and_nothing_leads_to_a_held_out_intention(int intentions)
    {
        var instruction = new Instruction(intentions);

        Assert.Equal(intentions - 2, instruction.InText.Count);
        foreach (var theta in Enumerable.Range(0, intentions))
        {
            Assert.DoesNotContain(instruction.AnswerTo(theta), new[] { theta, (theta + 1) % intentions });
            Assert.Equal(theta, instruction.AnswerTo(instruction.AnswerTo(theta)));
        }

        foreach (var theta in instruction.InText)
        {
            var row = Row(instruction, theta);
            Assert.Equal(1, row.Sum(), 1e-12);
            Assert.All(
                Enumerable.Range(0, intentions).Where(next => row[next] > 0),
                next => Assert.Equal(instruction.RoleOf(theta) == TuningRole.Prompt ? TuningRole.Answer : TuningRole.Prompt, instruction.RoleOf(next)));
        }
    }

    [Theory]
    [InlineData(2), InlineData(5), InlineData(0), InlineData(-4)]
    public void Other_numbers_of_intentions_have_no_such_rule(int intentions)
    {
        Assert.False(Instruction.IsPossible(intentions));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Instruction(intentions));
    }

    private static double[] Row(Instruction instruction, int intention)
    {
        var row = new double[instruction.Intentions];
        instruction.Row(intention, row);
        return row;
    }
}
