using FsCheck;
using FsCheck.Fluent;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics;

namespace Research.Languages.Tests.DoublyEmbedded.Oracles;

public sealed class AmbiguityBoundsTests
{
    [Theory, InlineData(0.1), InlineData(0.01), InlineData(0.3)]
    public void Two_messages_under_two_intentions_reach_the_odds_bound_and_break_the_product(double e)
    {
        var combined = e * e / (e * e + (1 - e) * (1 - e));
        Assert.Equal(combined, AmbiguityBounds.Odds([e, e]), 1e-15);
        Assert.Equal(e * e, AmbiguityBounds.Product([e, e]), 1e-15);
        Assert.True(combined > AmbiguityBounds.Product([e, e]));
    }

    [Fact]
    public void Bounds_of_extreme_ambiguities()
    {
        Assert.Equal(0, AmbiguityBounds.Odds([0, 0.9]));
        Assert.Equal(1, AmbiguityBounds.Odds([1, 0]));
        Assert.Equal(0.25, AmbiguityBounds.Odds([0.25]), 1e-15);
        Assert.Equal(1, AmbiguityBounds.Product([]));
        Assert.Equal(Math.Log(2), AmbiguityBounds.KlDivergence(0.5), 1e-15);
        Assert.Equal(1e-300, AmbiguityBounds.KlDivergence(1e-300));
        Assert.Equal(double.PositiveInfinity, AmbiguityBounds.KlDivergence(1));
    }

    /// <summary>With a uniform prior, whatever the posteriors of the messages are.</summary>
    [Fact]
    public void The_odds_bound_is_never_exceeded() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<int>(),
            seed =>
            {
                var random = new Random(seed);
                int intentions = 2 + random.Next(5), messages = 1 + random.Next(5);
                double[] joint = [.. Enumerable.Repeat(1.0, intentions)], ambiguities = new double[messages];
                for (var m = 0; m < messages; m++)
                {
                    double[] likelihood = [.. joint.Select(_ => Math.Pow(random.NextDouble(), 1 + random.Next(8)))];
                    ambiguities[m] = likelihood.Skip(1).Sum() / likelihood.Sum();
                    for (var i = 0; i < intentions; i++) joint[i] *= likelihood[i];
                }

                var combined = joint.Skip(1).Sum() / joint.Sum();
                Assert.True(
                    combined <= AmbiguityBounds.Odds(ambiguities) * (1 + 1e-12),
                    $"seed {seed}: {combined} > {AmbiguityBounds.Odds(ambiguities)}");
            }).QuickCheckThrowOnFailure();

    /// <summary>
    /// Reference figures of the ambiguous variant with uniform first letters, noise 0.02: 400,000 tuples, standard
    /// error of a share up to 0.0008.
    /// </summary>
    [Theory]
    [InlineData(21, new[] { 0, .0956, .0426, .0175, .0071 }, new[] { .1257, .0180, .0025, .00034, .00005 })]
    [InlineData(10, new[] { 0, .3291, .2118, .1348, .0848 }, new[] { .3653, .1563, .0665, .0281, .0118 })]
    [InlineData(5, new[] { 0, .6160, .5283, .4491, .3790 }, new[] { .5894, .4125, .2871, .1998, .1392 })]
    public void The_product_claim_is_violated_as_often_as_published_and_the_odds_bound_never(
        int letters, double[] violated, double[] mean)
    {
        const int Tuples = 10_000;
        var language = Language.Of(new(Reading.UniformStart, 0.02));
        var sampler = new MessageSampler(language);
        var oracle = new MessageOracle(language);
        var shared = new SharedIntention(oracle);
        double[] posterior = new double[6], ambiguities = new double[5];
        var message = new int[letters];
        var counts = new int[5];
        var combined = new double[5][];
        for (var m = 0; m < 5; m++) combined[m] = new double[Tuples];
        for (var n = 0; n < Tuples; n++)
        {
            var draws = new PhiloxStream(new Philox(1, "tuples"), step: (uint)n);
            var intention = sampler.Intention(ref draws);
            shared.Reset();
            for (var m = 0; m < 5; m++)
            {
                sampler.Message(intention, message, ref draws);
                oracle.Posterior(message, posterior);
                ambiguities[m] = IntentionPosterior.Ambiguity(posterior, intention);
                shared.Add(message);
                shared.Posterior(posterior);
                var epsilon = combined[m][n] = IntentionPosterior.Ambiguity(posterior, intention);
                if (epsilon > AmbiguityBounds.Product(ambiguities.AsSpan(0, m + 1)) * (1 + 1e-9)) counts[m]++;
                Assert.True(epsilon <= AmbiguityBounds.Odds(ambiguities.AsSpan(0, m + 1)) * (1 + 1e-9));
            }
        }

        for (var m = 0; m < 5; m++)
        {
            Published.AssertShare(violated[m], counts[m], Tuples, 0.0008);
            Published.AssertMean(mean[m], combined[m], 0.00005);
        }
    }
}
