using Research.Evaluation.ProductBound;
using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.Tests.Summaries;

public sealed class ProductBoundSummaryTests : SummaryTest
{
    [Fact]
    public void Tuples_of_several_messages_count_and_single_full_messages_give_the_ambiguity()
    {
        var numbers = Numbers<ProductBoundRow>(
            ProductBoundSummary.Summarize,
            [
                Row(letters: 5, messages: 1) with { ProductViolations = 1000, MeanAmbiguity = .6 },
                Row(letters: 5, messages: 2) with { ProductViolations = 300, OddsViolations = 1, LargestExcess = 4 },
                Row(letters: 21, messages: 1) with { MeanAmbiguity = .25, AmbiguityError = .01, LargestExcess = 99 },
                Row(letters: 21, messages: 2) with { ProductViolations = 20, LargestExcess = 9 },
                Row(letters: 21, messages: 3) with { ProductViolations = 3, LargestExcess = 8 },
            ]);

        Assert.Equal(4, numbers.Count);
        AssertNumber(.25, "", 1000, numbers["x.epsilon.ambiguous-e0.04"], (.25 - .0195996, .25 + .0195996));
        AssertNumber(323, "of tuples", 3000, numbers["x.violations.ambiguous-e0.04"]);
        AssertNumber(1, "of tuples", 3000, numbers["x.odds-violations.ambiguous-e0.04"]);
        AssertNumber(9, "times", 3000, numbers["x.largest-excess.ambiguous-e0.04"]);
    }

    private static ProductBoundRow Row(int letters, int messages) => new(
        "ambiguous e=0.04", Reading.Ambiguous, .04, letters, messages, Tuples: 1000, ProductViolations: 0,
        OddsViolations: 0, MeanAmbiguity: .1, AmbiguityError: .5, MeanProduct: .1, MeanOddsBound: .1, LargestExcess: 1);
}
