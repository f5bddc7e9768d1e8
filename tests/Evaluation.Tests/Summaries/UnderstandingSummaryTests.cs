using Research.Evaluation.Understanding;
using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.Tests.Summaries;

public sealed class UnderstandingSummaryTests : SummaryTest
{
    private const double T1 = 12.7062;

    [Fact]
    public void One_seed_is_summarized_over_its_prompts()
    {
        var numbers = Numbers<UnderstandingRow>(
            UnderstandingSummary.Summarize,
            [
                // Within epsilon; within epsilon and the allowance of 0.05; beyond.
                Known(epsilon: .30, oracleGap: .30, modelGap: .30),
                Known(epsilon: .20, oracleGap: .10, modelGap: .25),
                Known(epsilon: .10, oracleGap: .05, modelGap: .16),
                Known(epsilon: .10, oracleGap: .10 + 2e-10, modelGap: .05),
                Bare(modelKl: .4, oracleKl: .1, oracleGap: 1),
                Bare(modelKl: .6, oracleKl: .3, oracleGap: 0),
            ]);

        AssertNumber(1, "of prompts", 4, numbers["x.oracle.violations.released-e0.02"]);
        AssertNumber(1, "of prompts", 2, numbers["x.oracle.violations-bare.released-e0.02"]);
        // Clopper and Pearson's intervals of 3 and of 2 among 4 (tables).
        AssertNumber(.75, "share", 4, numbers["x.model.within.released-e0.02"], (.1941, .9937));
        AssertNumber(.5, "share", 4, numbers["x.model.strictly-within.released-e0.02"], (.0676, .9324));
        Assert.Equal(.19, numbers["x.model.gap.released-e0.02"].Value, 1e-9);
        Assert.Equal(.1375, numbers["x.oracle.gap.released-e0.02"].Value, 1e-9);
        Assert.Equal(.175, numbers["x.epsilon.released-e0.02"].Value, 1e-9);
        AssertNumber(.02, "", 4, numbers["x.approximation.released-e0.02"], (.02, .02));
        AssertNumber(.5, "nats", 2, numbers["x.model.kl.released-e0.02"], (.5 - (T1 * .1), .5 + (T1 * .1)));
        AssertNumber(.2, "nats", 2, numbers["x.oracle.kl.released-e0.02"], (.2 - (T1 * .1), .2 + (T1 * .1)));
        AssertNumber(7, "nats", 4, numbers["x.model.kl-newline.released-e0.02"], (7, 7));
        AssertNumber(8, "nats", 4, numbers["x.oracle.kl-newline.released-e0.02"], (8, 8));
        Assert.Equal(12, numbers.Count);
    }

    [Fact]
    public void Rounding_is_no_violation()
    {
        var numbers = Numbers<UnderstandingRow>(
            UnderstandingSummary.Summarize,
            [
                Known(epsilon: .1, oracleGap: .1 * (1 + 1e-12), modelGap: 0),
                Known(epsilon: 0, oracleGap: 1e-16, modelGap: 0),
                Bare(modelKl: 1, oracleKl: 1, oracleGap: 0), Bare(modelKl: 1, oracleKl: 1, oracleGap: 0),
            ]);

        Assert.Equal(0, numbers["x.oracle.violations.released-e0.02"].Value);
    }

    [Fact]
    public void Several_seeds_are_summarized_by_their_shares_and_means()
    {
        var numbers = Numbers<UnderstandingRow>(
            UnderstandingSummary.Summarize,
            [Known(.1, .1, modelGap: .1), Known(.1, .1, modelGap: .1), Bare(1, 1, 0)],
            new[] { Known(.1, .1, modelGap: .1), Known(.1, .1, modelGap: .9), Bare(2, 1, 0) }
                .Select(row => row with { Seed = 2 }));

        AssertNumber(.75, "share", 2, numbers["x.model.within.released-e0.02"], (0, 1));
        AssertNumber(.3, "", 2, numbers["x.model.gap.released-e0.02"], (.3 - (T1 * .2), .3 + (T1 * .2)));
        AssertNumber(1.5, "nats", 2, numbers["x.model.kl.released-e0.02"], (1.5 - (T1 * .5), 1.5 + (T1 * .5)));
        AssertNumber(0, "of prompts", 4, numbers["x.oracle.violations.released-e0.02"]);
    }

    private static UnderstandingRow Known(double epsilon, double oracleGap, double modelGap) => new(
        "released e=0.02", Reading.Released, .02, "model", Seed: 1, PromptProtocol.Newline, Length: 1, Prompt: 0,
        epsilon, oracleGap, modelGap, Approximation: .02, OracleKl: 8, ModelKl: 7);

    private static UnderstandingRow Bare(double modelKl, double oracleKl, double oracleGap) =>
        Known(epsilon: .5, oracleGap, modelGap: 1) with
        {
            Protocol = PromptProtocol.Bare, OracleKl = oracleKl, ModelKl = modelKl,
        };
}
