using Research.Reporting.Claims;

namespace Research.Reporting.Tests.Claims;

public class ClaimSummaryTests
{
    [Fact]
    public void Verdicts_are_counted_in_their_order()
        => Assert.Equal(
            "6 claims: 2 hold, 1 holds in part, 2 fail, 1 not testable here",
            ClaimSummary.Of(
            [
                Judged(Verdict.Fails("")), Judged(Verdict.Holds("")), Judged(Verdict.NotTestable("")), Judged(Verdict.HoldsInPart("")),
                Judged(Verdict.Fails("")), Judged(Verdict.Holds("")),
            ]));

    private static JudgedClaim Judged(Verdict verdict) => new(ClaimCatalog.All[0], verdict, []);
}
