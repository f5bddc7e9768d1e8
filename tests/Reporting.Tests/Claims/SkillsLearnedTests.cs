using Research.Reporting.Claims;
using Research.Reporting.Claims.Skills;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class SkillsLearnedTests
{
    [Theory]
    [InlineData(0, 0, 0.049, 0.049, 1.5, 0.67, VerdictKind.Holds)]
    [InlineData(1, 0, 0.049, 0.049, 1.5, 0.67, VerdictKind.HoldsInPart)]
    [InlineData(0, 1, 0.049, 0.049, 1.5, 0.67, VerdictKind.HoldsInPart)]
    [InlineData(0, 0, 0.05, 0.049, 1.5, 0.67, VerdictKind.HoldsInPart)]
    [InlineData(0, 0, 0.049, 0.05, 1.5, 0.67, VerdictKind.HoldsInPart)]
    [InlineData(0, 0, 0.049, 0.049, 1.51, 0.67, VerdictKind.HoldsInPart)]
    [InlineData(0, 0, 0.049, 0.049, 1.5, 0.66, VerdictKind.HoldsInPart)]
    [InlineData(1, 0, 0.05, 0.049, 1, 0.66, VerdictKind.Fails)]
    public void It_takes_the_bound_unseen_combinations_and_the_learners_threshold(
        int skills, int pairs, double unseen, double heldOut, double small, double large, VerdictKind expected) =>
        Assert.Equal(expected, Judge<SkillsLearned>(Numbers(skills, pairs, unseen, heldOut, small, large, 3)).Kind);

    [Fact]
    public void The_verdict_tells_where_models_and_learner_differ_most() => Assert.Contains(
        "0.118 times the texts of the 1-skill learner at a mean size of 8 and 1.96 times at 3", Judge<SkillsLearned>(Numbers(0, 0, 0.01, 0.01, 1.96, 0.118, 3)).Because, StringComparison.Ordinal);

    [Fact]
    public void It_is_not_testable_where_a_seed_does_not_emerge()
    {
        var verdict = Judge<SkillsLearned>(Numbers(0, 0, 0.01, 0.01, 1, 1, 2));

        Assert.Equal(VerdictKind.NotTestable, verdict.Kind);
        Assert.Contains("2 of 3", verdict.Because, StringComparison.Ordinal);
    }

    private static IEnumerable<Number> Numbers(int skills, int pairs, double unseen, double heldOut, double small, double large, int emerged) =>
    [
        new("skills.learned.above-bound.skills", skills, "of points", null, null, 100), new("skills.learned.above-bound.pairs", pairs, "of points", null, null, 100),
        Number("skills.learned.trained-excess.R2", 0.4), Number("skills.learned.trained-excess.R16", 0.02),
        Number("skills.learned.lag.unseen.R2", 0.9, 0.8, 1), Number("skills.learned.lag.unseen.R16", 0, -unseen, unseen),
        Number("skills.learned.lag.held-out.R2", 0.9, 0.8, 1), Number("skills.learned.lag.held-out.R16", 0, -heldOut, heldOut),
        new("skills.learned.emerged.model.c3", emerged, "of seeds", null, null, 3), new("skills.learned.emerged.model.c8", 3, "of seeds", null, null, 3),
        new("skills.learned.emerged.one-skill.c3", 3, "of seeds", null, null, 3), new("skills.learned.emerged.one-skill.c8", 3, "of seeds", null, null, 3),
        Number("skills.learned.against-one-skill.c3", small), Number("skills.learned.against-one-skill.c8", large),
    ];
}
