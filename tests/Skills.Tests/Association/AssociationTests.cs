using Research.Skills.Association;
using Research.Skills.Learners;
using Research.Skills.Peeling;

namespace Research.Skills.Tests.Association;

public class AssociationTests
{
    [Theory]
    [InlineData(2, .6, .775249, .539402, 1.154800, .842839, 0, .046241, 0)]
    [InlineData(2, 1, .426303, 2.294789, 3.382156, 2.827889, .373380, .510676, .480769)]
    [InlineData(3, 1, .664740, 3.017342, 4.420365, 2.451557, .272484, .317556, .261495)]
    [InlineData(3, 1.1, .067584, 9.230922, 9.876400, 9.702449, .889171, .925526, .925114)]
    [InlineData(4, 1, .894149, 1.693619, 2.419937, .790607, .061739, .086772, 0)]
    public void Growth_and_size_of_the_reference(
        double load, double ratio, double q, double growthS, double growthA, double growthB, double sizeS, double sizeA, double sizeB)
    {
        AssociationTheory s = AssociationTheory.Of(EdgeRule.RandomSkills, load, ratio), a = s with { Rule = EdgeRule.SharedText },
            b = s with { Rule = EdgeRule.LearnedText };

        Assert.Equal(q, s.Unlearned, 0.6e-6);
        Assert.Equal(growthS, s.Growth, 0.6e-6);
        Assert.Equal(growthA, a.Growth, 0.6e-6);
        Assert.Equal(growthB, b.Growth, 0.6e-6);
        Assert.Equal(sizeS, s.Size, 0.6e-6);
        Assert.Equal(sizeA, a.Size, 0.6e-6);
        Assert.Equal(sizeB, b.Size, 0.6e-6);
    }

    [Theory]
    [InlineData(1, 1.515394, 1.115743, 1.173731)]
    [InlineData(3, .711556, .539192, .749023)]
    [InlineData(4, .807105, .647940, 1.114936)]
    [InlineData(6, 1.288015, 1.150846, 3.568162)]
    public void Onsets_of_the_reference_lie_below_the_emergence_threshold(double load, double s, double a, double b)
    {
        Assert.Equal(s, AssociationTheory.Onset(EdgeRule.RandomSkills, load), 0.6e-6);
        Assert.Equal(a, AssociationTheory.Onset(EdgeRule.SharedText, load), 0.6e-6);
        Assert.Equal(b, AssociationTheory.Onset(EdgeRule.LearnedText, load), 0.6e-6);
        if (EmergenceThreshold.TryOf(1, load) is { } threshold) Assert.True(b < threshold.Ratio);
    }

    [Theory, InlineData(2, 1), InlineData(3, 1), InlineData(3, 1.1), InlineData(2, .6)]
    public void Graphs_have_the_components_that_the_theories_of_their_rules_say(double load, double ratio)
    {
        const int Skills = 100_000;
        var graph = GraphGenerator.Generate(GraphSpec.Poisson(Skills, load, ratio, seed: 3));
        var learned = PeelingDecoder.Peel(graph, 1).Learned;
        var theory = AssociationTheory.Of(EdgeRule.SharedText, load, ratio);
        var kept = AssociationGraph.Kept(Skills, 1 - theory.Unlearned, seed: 3);

        Check(learned, whole: false, theory);
        Check(learned, whole: true, theory with { Rule = EdgeRule.LearnedText });
        Check(kept, whole: false, theory with { Rule = EdgeRule.RandomSkills });

        void Check(SkillSet members, bool whole, AssociationTheory expected) =>
            Assert.Equal(expected.Size, AssociationGraph.LargestComponent(graph, members, whole) / (double)Skills, 0.012);
    }

    [Fact]
    public void The_component_by_hand()
    {
        var graph = SkillTextGraph.Of(7, [[0, 1], [1, 2, 3], [4, 5], [3, 4]]);
        var members = SkillSet.Range(7, 0, 2);
        foreach (var skill in new[] { 3, 4, 5 }) members.Add(skill);

        Assert.Equal(5, AssociationGraph.LargestComponent(graph, members, whole: false));
        Assert.Equal(3, AssociationGraph.LargestComponent(graph, members, whole: true));
        Assert.Equal(0, AssociationGraph.LargestComponent(graph, new SkillSet(7), whole: false));
        Assert.Equal(1, AssociationGraph.LargestComponent(graph, SkillSet.Range(7, 6, 1), whole: false));
    }

    [Fact]
    public void Sites_of_any_degrees_grow_by_the_product_of_their_excesses()
    {
        Assert.Equal(9 * 1.1 * 0.4, AssociationTheory.SiteGrowth(0.4, new PoissonDegrees(3.3), new PoissonDegrees(3)), 1e-12);
        Assert.Equal(0.5 * 2 * 3, AssociationTheory.SiteGrowth(0.5, DegreeTable.Fixed(3), DegreeTable.Fixed(4)), 1e-12);
    }
}
