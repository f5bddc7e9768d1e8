using Research.Jobs;
using Research.Skills.Hierarchy;
using Research.Tables;

namespace Research.Skills.Tests.Hierarchy;

public class HierarchyTests
{
    [Theory]
    [InlineData(3, 1.1, 2, 3, 1.1, .9609, .7098, .711, .006)]
    [InlineData(3, 1.1, 2, 3, 1.25, 1.0920, .0706, .071, .003)]
    [InlineData(2, 1, 2, 2, 1, .4263, .8578, .859, .002)]
    public void Effective_ratios_and_ends_of_the_reference(
        double load, double ratio, double basicLoad, double domainLoad, double domainRatio, double effective, double theory, double mean, double deviation)
    {
        const int Graphs = 5;
        var rows = Enumerable.Range(0, Graphs)
            .Select(graph => Measure(new(1, load, ratio, basicLoad, domainLoad, [domainRatio], 40_000, graph))[0]).ToList();

        Assert.Equal(effective, rows[0].EffectiveRatio, 0.6e-4);
        Assert.Equal(theory, rows[0].Predicted, 0.6e-4);
        Assert.Equal(mean, rows.Average(row => row.Unlearned), 6 * deviation / Math.Sqrt(Graphs));
    }

    [Theory, InlineData(2, 5, .6, 1, 5), InlineData(2, 5, .45, 1, 5), InlineData(3, 7, .3, 1.5, 7)]
    public void Learners_of_several_skills_follow_the_derived_formula_too(int limit, double load, double ratio, double basicLoad, double domainLoad)
    {
        double[] ratios = [.3, .5, .8, 1.2, 2];
        var spec = new HierarchySpec(limit, load, ratio, basicLoad, domainLoad, ratios, 40_000, 1);
        var threshold = new HierarchyTheory(spec).Threshold()!.Value.Ratio;
        var rows = Measure(spec);

        foreach (var row in rows)
            if (Math.Abs(row.DomainRatio - threshold) > 0.05 * threshold) Assert.Equal(row.Predicted, row.Unlearned, 0.02);
        Assert.Contains(rows, row => row.Unlearned > 0.5);
        Assert.Contains(rows, row => row.Unlearned < 0.1);
        Assert.Equal(threshold, rows[0].Emergence!.Value, 0.03 * threshold);
    }

    [Fact]
    public void What_a_foundation_lacks_delays_emergence_by_its_factor()
    {
        var strong = new HierarchyTheory(new(1, 3, 2, 2, 3, [1], 1, 1));
        var weak = new HierarchyTheory(new(1, 2, 1, 2, 3, [1], 1, 1));

        Assert.Equal(1.0378856970 * Math.Exp(2 * .42630275), weak.Threshold()!.Value.Ratio, 1e-7);
        Assert.Equal(2.35, Math.Exp(2 * .42630275), 0.01);
        Assert.True(strong.Threshold()!.Value.Ratio < 1.05);
    }

    private static List<HierarchyRow> Measure(HierarchySpec spec)
    {
        var folder = Directory.CreateTempSubdirectory("skills");
        try
        {
            var table = Table<HierarchyRow>.Open(folder.FullName);
            HierarchyMeasurement.Measure(spec, table, new JobContext());
            return [.. table.Read()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
