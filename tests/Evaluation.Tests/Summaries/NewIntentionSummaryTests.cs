using Research.Evaluation.NewIntention;
using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.Tests.Summaries;

public sealed class NewIntentionSummaryTests : SummaryTest
{
    private const string Suffix = "new-letters.ambiguous-e0.04";

    [Fact]
    public void One_seed_has_intervals_over_intentions()
    {
        var numbers = Numbers<NewIntentionRow>(NewIntentionSummary.Summarize, Rows(seed: 1));

        AssertNumber(0.25, "nats", 20, numbers[$"x.model-mixture.{Suffix}"], (0.25, 0.25));
        AssertNumber(0.75, "nats", 20, numbers[$"x.apart.{Suffix}"], (0.75, 0.75));
        AssertNumber(-0.3, "nats", 20, numbers[$"x.nearer.{Suffix}"], (-0.3, -0.3));
        AssertNumber(1, "nats", 20, numbers[$"x.model-truth.none.{Suffix}"], (1, 1));
        AssertNumber(0.9, "nats", 20, numbers[$"x.mixture-truth.none.{Suffix}"], (0.9, 0.9));
        AssertNumber(0.7, "nats", 20, numbers[$"x.mixture-truth.most.{Suffix}"], (0.7, 0.7));
        AssertNumber(0.5, "nats", 20, numbers[$"x.learner-truth.most.{Suffix}"], (0.5, 0.5));
        AssertNumber(0.8, "", 20, numbers[$"x.top-mass.most.{Suffix}"], (0.8, 0.8));
        AssertNumber(1, "languages", 1, numbers["x.languages"]);
        Assert.Equal(12, numbers.Count);
    }

    [Fact]
    public void Without_rows_there_are_no_languages()
    {
        var numbers = Numbers<NewIntentionRow>(NewIntentionSummary.Summarize, [], []);

        AssertNumber(0, "languages", 2, Assert.Single(numbers).Value);
    }

    [Fact]
    public void Several_seeds_have_intervals_over_seeds()
    {
        var numbers = Numbers<NewIntentionRow>(
            NewIntentionSummary.Summarize, Rows(seed: 1), Rows(seed: 2).Select(row => row with { ModelToTruth = 2 }));

        AssertNumber(1.25, "nats", 2, numbers[$"x.apart.{Suffix}"], (1.25 - (12.7062 * 0.5), 1.25 + (12.7062 * 0.5)));
    }

    private static IEnumerable<NewIntentionRow> Rows(int seed) =>
        from trial in Enumerable.Range(0, 20)
        from examples in Enumerable.Range(0, 3)
        from letters in new[] { 1, 4 }
        select new NewIntentionRow(
            "ambiguous e=0.04", Reading.Ambiguous, 0.04, "model", seed, NewIntentionKind.NewLetters, trial, examples, letters,
            ModelToMixture: 0.25, ModelToTruth: 1, MixtureToTruth: 0.9 - (0.1 * examples), LearnerToTruth: 0.5, TopMass: 0.8);
}
