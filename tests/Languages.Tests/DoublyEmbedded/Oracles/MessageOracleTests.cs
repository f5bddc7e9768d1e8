using FsCheck;
using FsCheck.Fluent;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;

namespace Research.Languages.Tests.DoublyEmbedded.Oracles;

public sealed class MessageOracleTests
{
    private const double Precision = 1e-12;

    [Fact]
    public void Joint_marginal_and_posterior_of_every_message_equal_enumeration() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<int>(),
            seed =>
            {
                var random = new Random(seed);
                var language =
                    SmallLanguages.Random(random, 1 + random.Next(3), 1 + random.Next(3), 1 + random.Next(3));
                var oracle = new MessageOracle(language);
                double[] joint = new double[language.Intentions], posterior = new double[language.Intentions];
                var total = 0.0;
                foreach (var message in Messages(language.Letters, language.MessageLength))
                {
                    double[] expected = [.. Enumerable.Range(0, joint.Length).Select(
                        i => language.Stationary[i] * BruteForce.Likelihood(language, i, message))];
                    oracle.LogJoint(message, joint);
                    for (var i = 0; i < joint.Length; i++) Assert.Equal(expected[i], Math.Exp(joint[i]), Precision);
                    total += Math.Exp(oracle.LogMarginal(message));
                    if (expected.Sum() == 0)
                    {
                        Assert.Equal(double.NegativeInfinity, oracle.LogMarginal(message));
                        Assert.Throws<InvalidOperationException>(() => oracle.Posterior(message, posterior));
                        continue;
                    }

                    Assert.Equal(Math.Log(expected.Sum()), oracle.LogMarginal(message), Precision);
                    oracle.Posterior(message, posterior);
                    for (var i = 0; i < joint.Length; i++)
                        Assert.Equal(expected[i] / expected.Sum(), posterior[i], Precision);
                }

                Assert.Equal(1, total, Precision);
            }).QuickCheckThrowOnFailure();

    [Theory, InlineData(1), InlineData(2), InlineData(4)]
    public void Messages_under_one_intention_multiply_their_likelihoods(int count)
    {
        var random = new Random(count);
        for (var trial = 0; trial < 30; trial++)
        {
            var language = SmallLanguages.Random(random, 3, 3, 2);
            var sampler = new MessageSampler(language);
            var draws = new Numerics.PhiloxStream(new Numerics.Philox(trial, "shared"));
            var shared = new SharedIntention(new MessageOracle(language));
            double[] expected = language.Stationary.ToArray(), posterior = new double[3];
            for (var m = 0; m < count; m++)
            {
                var message = new int[3];
                sampler.Message(1, message, ref draws);
                shared.Add(message);
                for (var i = 0; i < 3; i++) expected[i] *= BruteForce.Likelihood(language, i, message);
            }

            shared.Posterior(posterior);
            for (var i = 0; i < 3; i++) Assert.Equal(expected[i] / expected.Sum(), posterior[i], Precision);
            shared.Reset();
            shared.Posterior(posterior);
            for (var i = 0; i < 3; i++) Assert.Equal(language.Stationary[i], posterior[i], Precision);
        }
    }

    [Fact]
    public void Transitions_alone_leave_the_first_letter_out()
    {
        var language = SmallLanguages.Random(new Random(5), 3, 3, 2);
        var posterior = new double[3];
        var oracle = new MessageOracle(language, Evidence.TransitionsOnly);
        int[] message = [1, 2, 1];
        oracle.Posterior(message, posterior);
        var expected = new double[3];
        for (var i = 0; i < 3; i++)
            expected[i] = language.Stationary[i] * language.NextLetter(i, 0)[1] * language.NextLetter(i, 1)[0];
        for (var i = 0; i < 3; i++) Assert.Equal(expected[i] / expected.Sum(), posterior[i], Precision);
        oracle.Posterior([2], posterior);
        for (var i = 0; i < 3; i++) Assert.Equal(language.Stationary[i], posterior[i], Precision);
    }

    [Fact]
    public void Ambiguity_keeps_its_precision_where_one_minus_the_posterior_would_be_0()
    {
        double[] posterior = [0, -100, -200];
        IntentionPosterior.FromLogWeights(posterior);
        Assert.Equal(1, IntentionPosterior.Ambiguity(posterior, 0) / Math.Exp(-100), Precision);
        Assert.Equal(1, posterior[0]);
        Assert.Equal(1, IntentionPosterior.Ambiguity(posterior, 1), Precision);
    }

    [Fact]
    public void The_top_of_equals_is_the_first()
    {
        Assert.Equal(1, IntentionPosterior.Top([0.1, 0.3, 0.3, 0.3]));
        Assert.Equal(Math.Log(4), IntentionPosterior.Entropy([0.25, 0.25, 0.25, 0.25, 0]), 1e-15);
    }

    [Fact]
    public void A_newline_is_no_letter_of_a_message()
    {
        var oracle = new MessageOracle(Language.Of(new(Reading.Released, 0)));
        Assert.Throws<ArgumentException>(() => oracle.LogMarginal([1, 0]));
        Assert.Throws<ArgumentException>(() => oracle.LogMarginal([19]));
        Assert.Throws<ArgumentException>(() => oracle.AddLogLikelihood([1], new double[5]));
    }

    [Fact]
    public void After_a_message_the_first_letter_comes_from_the_next_intention()
    {
        var language = Language.Of(new(Reading.Released, 0.02));
        var next = new double[19];
        FirstLetter.Predict(language, [0, 0, 0, 0, 0, 1], next);
        for (var token = 0; token < 19; token++)
            Assert.Equal(token is >= 1 and <= 3 or >= 16 ? 1 / 6.0 : 0, next[token], 1e-15);
        Assert.Throws<ArgumentException>(() => FirstLetter.Predict(language, [1], next));
        Assert.Throws<ArgumentException>(() => FirstLetter.Predict(language, [0, 0, 0, 0, 0, 1], new double[18]));
    }

    private static IEnumerable<int[]> Messages(int letters, int length) => length == 0
        ? [[]]
        : Messages(letters, length - 1)
            .SelectMany(shorter => Enumerable.Range(1, letters).Select(token => (int[])[.. shorter, token]));
}
