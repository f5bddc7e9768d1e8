using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Tables;
using static Research.Reporting.Tests.Claims.ClaimTest;

namespace Research.Reporting.Tests.Claims;

public class LatentCotCoverageTests
{
    [Theory]
    [InlineData(0.049, VerdictKind.Holds)]
    [InlineData(0.05, VerdictKind.Fails)]
    [InlineData(0.999, VerdictKind.Fails)]
    public void A_rise_is_judged_by_its_p_value(double p, VerdictKind expected)
    {
        var verdict = Judge<LatentCotCoverage>(Topology("line", .8, p, n: 15));

        Assert.Equal(expected, verdict.Kind);
        Assert.Contains("(line, n = 15)", verdict.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_topology_must_rise()
        => Assert.Equal(VerdictKind.Fails, Judge<LatentCotCoverage>([.. Topology("line", .9, .01, 15), .. Topology("tree", .1, .4, 15)]).Kind);

    [Fact]
    public void Three_points_cannot_show_a_trend()
    {
        Assert.Equal(VerdictKind.NotTestable, Judge<LatentCotCoverage>(Topology("line", 1, 1.0 / 6, 3)).Kind);
        Assert.Equal(VerdictKind.NotTestable, Judge<LatentCotCoverage>(Number("latent.cot-coverage.accuracy.line-c1", 1)).Kind);
    }

    [Fact]
    public void The_accuracy_of_topologies_without_a_trend_is_not_quoted()
    {
        var verdict = Judge<LatentCotCoverage>([.. Topology("line", .8, .01, 15), Number("latent.cot-coverage.accuracy.tree-c1", .99)]);

        Assert.Contains("0.900 in line-c1", verdict.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_that_have_not_learned_single_steps_cannot_show_what_coverage_does()
        => Assert.Equal(VerdictKind.NotTestable, Judge<LatentCotCoverage>(Topology("line", .8, .01, 15, neighbors: 0.11)).Kind);

    private static IEnumerable<Number> Topology(string name, double rho, double p, int n, double neighbors = 0.1) =>
    [
        Number($"latent.cot.neighbors.{name}-c0", 0),
        Number($"latent.cot.neighbors.{name}-c1", neighbors),
        Number($"latent.cot-coverage.accuracy.{name}-c0", .2),
        Number($"latent.cot-coverage.accuracy.{name}-c1", .9),
        Number($"latent.cot-coverage.trend.{name}", rho, n),
        Number($"latent.cot-coverage.trend-p.{name}", p, n),
    ];
}
