using Research.Reporting.Claims;
using Research.Reporting.Claims.Learners;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class LearnersClaimsTests
{
    [Theory]
    [InlineData(0.01, 0.07, VerdictKind.Holds)]
    [InlineData(0.011, 0.07, VerdictKind.HoldsInPart)]
    [InlineData(0.001, 0.081, VerdictKind.HoldsInPart)]
    public void Evolution_allows_a_lag_of_one_round(double outside, double end, VerdictKind expected)
        => Assert.Equal(expected, Judge<LearnersEvolution>([.. Evolution("d1-c3-r1.1", outside, end), .. Evolution("d2-c5-r0.5", 0.001, 0.0701)]).Kind);

    [Fact]
    public void Evolution_that_nothing_follows_fails()
        => Assert.Equal(VerdictKind.Fails, Judge<LearnersEvolution>(Evolution("d1-c3-r1.1", 0.2, 0.07)).Kind);

    [Theory]
    [InlineData(1.0379, 1.039, -0.4, 0.44, -0.5, VerdictKind.Holds)]
    [InlineData(1.038, 1.039, -0.4, 0.44, -0.5, VerdictKind.Fails)]
    [InlineData(1.0379, 1.049, -0.4, 0.44, -0.5, VerdictKind.Fails)]
    [InlineData(1.0379, 1.039, 0.01, 0.44, -0.5, VerdictKind.HoldsInPart)]
    [InlineData(1.0379, 1.039, -0.4, 0.34, -0.5, VerdictKind.HoldsInPart)]
    [InlineData(1.0379, 1.039, -0.4, 0.44, 0.01, VerdictKind.HoldsInPart)]
    public void A_threshold_is_located_sharp_and_absent_below_the_critical_load(
        double bisection, double simulated, double exponentHigh, double jump, double vanishingHigh, VerdictKind expected)
        => Assert.Equal(expected, Judge<LearnersThreshold>(
            Number("learners.threshold.closed.d1-c3", 1.0379), Number("learners.threshold.bisection.d1-c3", bisection),
            Number("learners.threshold.simulated.d1-c3", simulated, simulated - 0.001, simulated + 0.001),
            Number("learners.threshold.exponent.d1-c3", exponentHigh - 0.1, exponentHigh - 0.2, exponentHigh),
            Number("learners.threshold.jump.d1-c3", jump), Number("learners.threshold.jump-predicted.d1-c3", 0.44),
            Number("learners.threshold.jump-exponent.d1-c3", 0), Number("learners.threshold.jump.d1-c2", 0.001),
            Number("learners.threshold.jump-exponent.d1-c2", vanishingHigh - 0.1, vanishingHigh - 0.2, vanishingHigh)).Kind);

    [Theory]
    [InlineData(1, 0.86, 1.14, 0.29, VerdictKind.Holds)]
    [InlineData(1, 0.84, 1.14, 0.29, VerdictKind.HoldsInPart)]
    [InlineData(1, 0.86, 1.16, 0.29, VerdictKind.HoldsInPart)]
    [InlineData(1, 0.86, 1.14, 0.31, VerdictKind.HoldsInPart)]
    [InlineData(1, 0.84, 1.14, 0.31, VerdictKind.Fails)]
    [InlineData(0, 0.86, 1.14, 0.29, VerdictKind.NotTestable)]
    public void The_scaling_law_asks_for_its_rate_and_for_the_theory(int cases, double low, double high, double deviation, VerdictKind expected)
        => Assert.Equal(expected, Judge<LearnersScaling>(
            Number("learners.scaling.cases", cases), Number("learners.scaling.rate.d1-c3", 1, low, high),
            Number("learners.scaling.deviation.d1-c3", 0.1, 0.05, deviation)).Kind);

    [Theory]
    [InlineData(0.02, 0.01, VerdictKind.Holds)]
    [InlineData(0.031, 0.01, VerdictKind.Fails)]
    [InlineData(-0.051, 0.01, VerdictKind.Fails)]
    [InlineData(0.02, 0.2, VerdictKind.HoldsInPart)]
    public void Independent_sites_that_miss_leave_the_claim_true_in_part(double exactLow, double sitesLow, VerdictKind expected)
        => Assert.Equal(expected, Judge<LearnersAssociation>(
            Number("learners.association.deviation.shared-text", exactLow + 0.01, exactLow, exactLow + 0.02),
            Number("learners.association.sites-deviation.shared-text", sitesLow + 0.01, sitesLow, sitesLow + 0.02)).Kind);

    [Theory]
    [InlineData(0.03, 2.45, VerdictKind.Holds)]
    [InlineData(-0.031, 2.45, VerdictKind.HoldsInPart)]
    [InlineData(0.01, 2.55, VerdictKind.HoldsInPart)]
    [InlineData(0.01, 1.3, VerdictKind.Fails)]
    public void A_weak_foundation_delays_by_what_theory_says(double deviation, double emergence, VerdictKind expected)
        => Assert.Equal(expected, Judge<LearnersHierarchy>(
            Number("learners.hierarchy.foundation.d1-c3-r1.1", 0.07), Number("learners.hierarchy.deviation.d1-c3-r1.1", 0),
            Number("learners.hierarchy.threshold.d1-c3-r1.1", 1.19), Number("learners.hierarchy.emergence.d1-c3-r1.1", 1.19),
            Number("learners.hierarchy.foundation.d1-c2-r1", 0.43), Number("learners.hierarchy.deviation.d1-c2-r1", deviation),
            Number("learners.hierarchy.threshold.d1-c2-r1", 2.43), Number("learners.hierarchy.emergence.d1-c2-r1", emergence)).Kind);

    [Theory]
    [InlineData(0.03, -0.03, VerdictKind.Holds)]
    [InlineData(0.03, -0.031, VerdictKind.HoldsInPart)]
    [InlineData(0.031, -0.031, VerdictKind.Fails)]
    public void Every_class_counts(double first, double second, VerdictKind expected)
        => Assert.Equal(expected, Judge<LearnersClasses>(
            Number("learners.classes.deviation.a.1", first), Number("learners.classes.unlearned.a.1", 0.7), Number("learners.classes.pooled.a.1", 0.6),
            Number("learners.classes.deviation.a.2", second), Number("learners.classes.unlearned.a.2", 0.5), Number("learners.classes.pooled.a.2", 0.6)).Kind);

    [Theory]
    [InlineData(0, 1.049, 99, VerdictKind.Holds)]
    [InlineData(0, 1.051, 99, VerdictKind.HoldsInPart)]
    [InlineData(0, 0.949, 99, VerdictKind.HoldsInPart)]
    [InlineData(0, 1, 100, VerdictKind.HoldsInPart)]
    [InlineData(1, 1, 30, VerdictKind.Fails)]
    public void No_text_may_change_its_meaning(int changed, double relative, double bits, VerdictKind expected)
        => Assert.Equal(expected, Judge<LearnersCompression>(
            new Number("learners.compression.changed", changed, "of texts", null, null, 100), Number("learners.compression.raw", 400),
            Number("learners.compression.relative.r1", 1), Number("learners.compression.relative.r2", relative),
            Number("learners.compression.bits.r1", 300), Number("learners.compression.bits.r2", bits)).Kind);

    [Fact]
    public void The_rules_state_every_threshold()
    {
        Says(new LearnersEvolution(), "at most one round", "0.01");
        Says(new LearnersThreshold(), "1e-6", "1 %", "20 %");
        Says(new LearnersScaling(), "15 %", "0.3");
        Says(new LearnersAssociation(), "0.03");
        Says(new LearnersHierarchy(), "0.03", "3 %", "1.2 times");
        Says(new LearnersClasses(), "0.03");
        Says(new LearnersCompression(), "5 %", "a quarter");

        static void Says(Claim claim, params string[] words) =>
            Assert.All(words, word => Assert.Contains(word, claim.Rule, StringComparison.Ordinal));
    }

    private static Number[] Evolution(string name, double outside, double end) =>
    [
        Number($"learners.evolution.outside.{name}", outside), Number($"learners.evolution.deviation.{name}", 0.05),
        Number($"learners.evolution.unlearned.{name}", end), Number($"learners.evolution.predicted.{name}", 0.07),
        Number($"learners.evolution.rounds.{name}", 30),
    ];
}
