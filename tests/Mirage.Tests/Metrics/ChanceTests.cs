using Research.Mirage.Metrics;

namespace Research.Mirage.Tests.Metrics;

public sealed class ChanceTests
{
    private static readonly Guess Question = new(Choices: 4, Vocabulary: 3, Length: 2);

    [Fact]
    public void Exact_match_of_all_guesses_together() =>
        Assert.Equal(Answers.OfLength(2, 3).Average(guess => ExactMatch.Of(guess, [2, 0]) ? 1.0 : 0), Chance("exact_match"), 12);

    [Fact]
    public void Edit_distance_of_all_guesses_together_stays_below_its_bound()
    {
        Assert.Null(MetricCatalog.Find("token_edit_distance")!.Chance);
        Assert.True(Answers.OfLength(3, 3).Average(guess => TokenEditDistance.Of(guess, [2, 0, 1])) < 3 * (1 - 1.0 / 3));
    }

    [Fact]
    public void Multiple_choice_grade_over_all_right_options() =>
        Assert.Equal(Enumerable.Range(0, 4).Average(right => MultipleChoiceGrade.Of([.25, .25, .25, .25], right) ? 1.0 : 0), Chance("multiple_choice_grade"), 12);

    [Fact]
    public void Scores_of_an_even_forecast()
    {
        double[] even = [.25, .25, .25, .25];
        Assert.Equal(BrierScore.MultiClass(even, 2), Chance("brier"), 12);
        Assert.Equal(BrierScore.TargetOnly(even[2]), Chance("tc_brier"), 12);
        double[] tokens = [Math.Log(1.0 / 3), Math.Log(1.0 / 3)];
        Assert.Equal(LogLikelihood.Of(tokens), Chance("log_likelihood"), 12);
        Assert.Equal(LogLikelihood.Perplexity(tokens), Chance("perplexity"), 12);
    }

    [Fact]
    public void Subset_accuracy_of_all_guesses_together() =>
        Assert.Equal(
            Answers.OfLength(2, 4).Average(guess => SubsetAccuracy.Of([guess[0] == 1, guess[1] == 3]) ? 1.0 : 0), Chance("subset_accuracy"), 12);

    [Fact]
    public void An_even_guess_that_says_so_is_calibrated() =>
        Assert.Equal(CalibrationError.Expected([.25, .25, .25, .25], [true, false, false, false]), Chance("calibration_error"));

    private static double Chance(string name) => MetricCatalog.Find(name)!.Chance!(Question);
}
