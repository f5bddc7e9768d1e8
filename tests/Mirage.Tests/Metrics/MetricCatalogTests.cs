using Research.Mirage.Metrics;

namespace Research.Mirage.Tests.Metrics;

public sealed class MetricCatalogTests
{
    [Fact]
    public void Every_name_means_one_metric() =>
        Assert.All(MetricCatalog.Own.Concat(ExternalMetrics.All).CountBy(metric => metric.Name.ToLowerInvariant()), pair => Assert.Equal(1, pair.Value));

    [Fact]
    public void Every_metric_says_range_chance_and_source()
    {
        foreach (var metric in MetricCatalog.Own.Concat(ExternalMetrics.All))
        {
            Assert.True(metric.Low < metric.High, metric.Name);
            Assert.NotEqual("", metric.Definition);
            Assert.NotEqual("", metric.Reference);
            Assert.NotEqual("", metric.ChanceText);
        }
    }

    [Theory]
    [InlineData("ppl")]
    [InlineData("log_ppl")]
    [InlineData("tc_brier")]
    [InlineData("tc_brier_vocab")]
    [InlineData("word_perplexity")]
    [InlineData("byte_perplexity")]
    [InlineData("bits_per_byte")]
    [InlineData("likelihood_difference")]
    [InlineData("pct_stereotype")]
    public void What_is_negated(string name) => Assert.Equal(-1, MetricCatalog.Find(name)!.Sign);

    [Theory]
    [InlineData("acc")]
    [InlineData("acc_norm")]
    [InlineData("Exact_Str_Match")]
    [InlineData("rougeLsum")]
    [InlineData("log_likelihood")]
    public void What_is_not(string name) => Assert.Equal(1, MetricCatalog.Find(name)!.Sign);

    [Fact]
    public void A_stereotype_share_and_the_mass_on_all_options_have_no_direction()
    {
        Assert.Equal(MetricDirection.Neither, MetricCatalog.Find("pct_stereotype")!.Direction);
        Assert.Equal(MetricDirection.Neither, MetricCatalog.Find("choice_prob_sum")!.Direction);
    }

    [Fact]
    public void An_unknown_name_is_null() => Assert.Null(MetricCatalog.Find("vibes"));
}
