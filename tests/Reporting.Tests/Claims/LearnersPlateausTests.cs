using Research.Reporting.Claims;
using Research.Reporting.Claims.Learners;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class LearnersPlateausTests
{
    [Theory]
    [InlineData(0.01, 0, 2, 0, 2, VerdictKind.Holds)]
    [InlineData(0.011, 0, 2, 0, 2, VerdictKind.HoldsInPart)]
    [InlineData(0.01, 1, 2, 0, 2, VerdictKind.HoldsInPart)]
    [InlineData(0.01, 0, 1, 0, 1, VerdictKind.HoldsInPart)]
    [InlineData(0.01, 0, 2, 0, 3, VerdictKind.HoldsInPart)]
    [InlineData(0.011, 0, 2, 1, 2, VerdictKind.HoldsInPart)]
    [InlineData(0.011, 0, 1, 0, 2, VerdictKind.Fails)]
    public void It_takes_the_ratio_and_the_plateaus_in_code_and_exactly(
        double error, int oneInCode, int threeInCode, int oneExact, int threeExact, VerdictKind expected)
        => Assert.Equal(expected, Judge<LearnersPlateaus>(Numbers(error, oneInCode, threeInCode, oneExact, threeExact)).Kind);

    private static IEnumerable<Number> Numbers(double error, int oneInCode, int threeInCode, int oneExact, int threeExact) =>
    [
        Number("learners.plateaus.ratio.textbook", 4.54), Number("learners.plateaus.ratio-error.textbook", error), Number("learners.plateaus.ratio-limit.textbook", 4.53),
        Number("learners.plateaus.ratio-least.textbook", 2.8), Number("learners.plateaus.ratio-most.textbook", 6.1),
        Number("learners.plateaus.plateaus.one.code", oneInCode), Number("learners.plateaus.plateaus.three.code", threeInCode),
        Number("learners.plateaus.plateaus.one.exact", oneExact), Number("learners.plateaus.plateaus.three.exact", threeExact),
    ];
}
