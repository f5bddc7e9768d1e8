using Research.Evaluation.Sparsity;
using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.Tests.Summaries;

public sealed class SparsitySummaryTests : SummaryTest
{
    [Fact]
    public void Only_messages_of_full_length_count()
    {
        var numbers = Numbers<SparsityRow>(
            SparsitySummary.Summarize,
            [
                Row(21) with
                {
                    Peaked = .9, Low = .8, High = .95, MeanPeak = .97, MeanEntropy = .1, MeanAmbiguity = .03,
                },
                Row(1), Row(20),
            ]);

        Assert.Equal(4, numbers.Count);
        AssertNumber(.9, "share", 500, numbers["x.peaked.ambiguous-e0.04"], (.8, .95));
        AssertNumber(.97, "", 500, numbers["x.peak.ambiguous-e0.04"]);
        AssertNumber(.1, "nats", 500, numbers["x.entropy.ambiguous-e0.04"]);
        AssertNumber(.03, "", 500, numbers["x.epsilon.ambiguous-e0.04"]);
    }

    private static SparsityRow Row(int length) => new(
        "ambiguous e=0.04", Reading.Ambiguous, .04, length, Messages: 500, Peaked: .5, Low: .4, High: .6, MeanPeak: .7,
        MeanEntropy: 1, MeanAmbiguity: .5);
}
