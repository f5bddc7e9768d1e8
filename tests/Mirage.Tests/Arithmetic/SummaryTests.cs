using Research.Jobs;
using Research.Mirage.Arithmetic;
using Research.Tables;

namespace Research.Mirage.Tests.Arithmetic;

public sealed class SummaryTests
{
    [Fact]
    public void An_output_is_scored_by_every_metric_as_by_hand()
    {
        var half = Math.Log(0.5);
        var output = new FrozenOutput(
            "w8", 1234, 3, 7, 70, true, 1.25, ArithmeticTask.Addition, 2, 4, "p", Target: "42", Greedy: "432", Ended: true, "41|42|42~|42",
            TargetLogs: FrozenOutput.Write([half, half, half]), Choices: "41|42|52", Correct: 1,
            ChoiceLogs: FrozenOutput.Write([Math.Log(0.25), Math.Log(0.125), Math.Log(0.125)]));

        var score = ArithmeticScore.Of(output);

        Assert.Equal((0, 1, 4, 2, 2), (score.Exact, score.EditDistance, score.Drawn, score.DrawnRight, score.FirstRight));
        Assert.Equal(3 * half, score.LogLikelihood, 14);
        Assert.Equal(-half, score.TokenLoss, 14);
        Assert.Equal(0.125, score.Probability, 14);
        // The options have 1/2, 1/4, 1/4 of their mass.
        Assert.Equal(0.25, score.ChoiceProbability, 14);
        Assert.Equal(0, score.Grade);
        Assert.Equal(0.25 + (0.75 * 0.75) + 0.0625, score.Brier, 14);
        Assert.Equal(0.5625, score.TargetBrier, 14);
        Assert.Equal(("w8", 1234L, 3, 7, 70L, true, 1.25, ArithmeticTask.Addition, 2, 4), (
            score.Model, score.Parameters, score.Seed, score.Step, score.Tokens, score.IsFinal, score.Loss, score.Task, score.Length, score.Item));
        Assert.Equal(1, ArithmeticScore.Of(output with { Greedy = "42" }).Exact);
        Assert.Equal(0, ArithmeticScore.Of(output with { Greedy = "42", Ended = false }).Exact);
        Assert.Equal(0, ArithmeticScore.Of(output with { Samples = "" }).Drawn);
    }

    [Fact]
    public void A_jump_under_exact_match_is_told_from_a_straight_line_under_edit_distance()
    {
        int[] right = [0, 0, 0, 0, 9, 10];
        var rows = from seed in new[] { 1, 2 }
                   from size in Enumerable.Range(0, 6)
                   from row in ScoreRows.Model(100 << size, seed, 3, right[size], row => row with
                   {
                       EditDistance = 5 - size, LogLikelihood = -10 + size, Brier = size < 5 ? 0.75 : 0, Grade = row.Exact,
                   })
                   select row;
        var never = from seed in new[] { 1, 2 }
                    from size in Enumerable.Range(0, 6)
                    from row in ScoreRows.Model(100 << size, seed, 4, size < 5 ? 0 : 4)
                    select row;

        var numbers = Summarize(JumpSummary.Summarize, [.. rows, .. never, .. ScoreRows.Model(100, 3, 3, 10, row => row with { IsFinal = false })]);

        Assert.Equal(6, numbers["sizes"].Value);
        // Length 4 gains 0.4 only.
        Assert.Equal((1.0, 2), (numbers["abilities"].Value, numbers["abilities"].N));
        Assert.Equal(0.4, numbers["largest.addition.4"].Value);
        Assert.Equal(0.9, numbers["step.exact-match"].Value, 14);
        Assert.Equal(0.2, numbers["step.edit-distance"].Value, 14);
        Assert.Equal(0.7, numbers["excess.edit-distance"].Value, 14);
        Assert.Equal(0.7, numbers["excess.log-likelihood"].Value, 14);
        Assert.Equal(-0.1, numbers["excess.brier"].Value, 14);
        // Exact match stays at 0 for four sizes: three of five steps are 0, its score is infinite, and ranks neither way.
        Assert.DoesNotContain(numbers.Keys, id => id.StartsWith("higher.", StringComparison.Ordinal));
        Assert.Equal((2.0, 2), (numbers["infinite.edit-distance"].Value, numbers["infinite.edit-distance"].N));
        Assert.Equal((1.0, 0.0, 1.0), (numbers["jumps.exact-match"].Value, numbers["jumps.edit-distance"].Value, numbers["jumps.brier"].Value));
    }

    [Fact]
    public void Infinite_scores_are_counted_apart_and_rank_neither_way()
    {
        double[] line = [0, 1, 2, 3, 4, 5], jump = [0, 0.1, 0.2, 0.3, 0.4, 5], plateau = [0, 0, 0, 0, 1, 2], flat = [1, 1, 1, 1, 1, 1];

        Assert.Equal([true, false, false], new[] { (jump, line), (line, jump), (line, line) }.Select(pair => JumpSummary.IsHigher(pair.Item1, pair.Item2)!.Value));
        Assert.Null(JumpSummary.IsHigher(plateau, line));
        Assert.Null(JumpSummary.IsHigher(line, plateau));
        Assert.Null(JumpSummary.IsHigher(plateau, plateau));
        // A flat series scores 0, which is a number: a line is higher. A fall is as large as a rise.
        Assert.Equal((true, false), (JumpSummary.IsHigher(line, flat), JumpSummary.IsHigher(flat, line)));
        Assert.True(JumpSummary.IsHigher([.. jump.Select(value => -value)], line));
    }

    [Fact]
    public void The_share_of_larger_scores_is_over_the_cases_that_can_be_compared()
    {
        // Length 3 rises in every step; length 4 has an exact plateau.
        var rows = from length in new[] { 3, 4 }
                   from seed in new[] { 1, 2 }
                   from size in Enumerable.Range(0, 6)
                   from row in ScoreRows.Model(100 << size, seed, length, length == 3 ? new[] { 0, 1, 2, 3, 4, 10 }[size] : size < 4 ? 0 : 10, row => row with { EditDistance = 5 - size })
                   select row;

        var numbers = Summarize(JumpSummary.Summarize, [.. rows]);

        Assert.Equal((2.0, 4), (numbers["infinite.edit-distance"].Value, numbers["infinite.edit-distance"].N));
        Assert.Equal((1.0, 2), (numbers["higher.edit-distance"].Value, numbers["higher.edit-distance"].N));
    }

    [Fact]
    public void Independent_tokens_give_a_slope_of_the_logarithm_of_one_and_a_straight_edit_distance()
    {
        var rows = from seed in new[] { 1, 2 }
                   from length in Enumerable.Range(1, 5)
                   from row in ScoreRows.Model(100, seed, length, 0, row => row with
                   {
                       Probability = Math.Pow(seed == 1 ? 0.5 : 0.7, length), EditDistance = 2 * length, TokenLoss = seed == 1 ? 0.2 : 0.4,
                   })
                   select row;

        var numbers = Summarize(LengthSummary.Summarize, [.. rows]);

        Assert.Equal((Math.Log(0.5) + Math.Log(0.7)) / 2, numbers["slope.addition.w100"].Value, 12);
        Assert.Equal((Math.Log(0.5) + Math.Log(0.7)) / 2, numbers["single.addition.w100"].Value, 12);
        Assert.Equal(0, numbers["excess.addition.w100"].Value, 12);
        Assert.Equal(-0.3, numbers["expected.addition.w100"].Value, 12);
        Assert.Equal(1, numbers["straight.addition.w100"].Value, 12);
        Assert.Equal(2, numbers["edit-slope.addition.w100"].Value, 12);
        Assert.Equal(1, numbers["edit-straight.addition.w100"].Value, 12);
    }

    private static Dictionary<string, Number> Summarize(
        Action<Summaries.SummarySpec, IReadOnlyList<Table<ArithmeticScore>>, Table<Number>, JobContext> summarize, IReadOnlyList<ArithmeticScore> rows)
    {
        using var folder = new TemporaryFolder();
        return folder.Rows<Number>(output => summarize(new("x"), [folder.Table(rows)], output, new JobContext())).ToDictionary(number => number.Id["x.".Length..]);
    }
}
