using Research.Jobs;
using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Reporting.Claims.Mirage;
using Research.Reporting.Numbers;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class EvidenceTests
{
    private static readonly NumberSet Numbers = new([Number("latent.icl.slope.a", 1), Number("latent.icl.slope.b-e0.02", 2), Number("latent.icl.slopes", 3)]);

    [Fact]
    public void A_missing_number_names_claim_id_and_nearest_match()
    {
        var error = Assert.Throws<InputException>(() => new Evidence("latent.icl", Numbers).Number("latent.icl.slpoe.a"));

        Assert.Equal("claim latent.icl: there is no number 'latent.icl.slpoe.a'. Did you mean latent.icl.slope.a or latent.icl.slopes?", error.Message);
    }

    [Fact]
    public void A_family_is_all_numbers_below_a_prefix()
        => Assert.Equal(["a", "b-e0.02"], new Evidence("c", Numbers).Family("latent.icl.slope.").Select(entry => entry.Of));

    [Fact]
    public void An_empty_family_is_an_error_unless_a_profile_may_lack_it()
    {
        var evidence = new Evidence("latent.icl", Numbers);

        Assert.Equal("claim latent.icl", Assert.Throws<InputException>(() => evidence.Family("latent.icl.oracle.")).Where);
        Assert.Empty(evidence.FamilyOrNone("latent.icl.oracle."));
    }

    [Fact]
    public void What_a_rule_looked_at_is_remembered_in_order()
    {
        var evidence = new Evidence("c", Numbers);
        evidence.Number("latent.icl.slopes");
        evidence.Family("latent.icl.slope.");

        Assert.Equal(["latent.icl.slope.a", "latent.icl.slope.b-e0.02", "latent.icl.slopes"], evidence.Used);
    }

    [Fact]
    public void A_claim_that_lost_its_data_is_an_error()
    {
        var empty = new NumberSet([]);

        // Without a text or scores of the user, or with few sizes of models, there are no jobs that could lose anything.
        Assert.All(ClaimCatalog.All.Where(claim => claim is not (LatentNatural or MirageScore or MirageBrier)), claim => Assert.Throws<InputException>(() => JudgedClaim.From(claim, empty)));
        Assert.Throws<InputException>(() => Judge<LatentDensity>(Number("latent.density.closed.a", 1)));
    }

    [Fact]
    public void Claims_have_different_ids()
        => Assert.Equal(ClaimCatalog.All.Count, ClaimCatalog.All.Select(claim => claim.Id).Distinct().Count());
}
