using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics;
using Research.Numerics.Statistics;

namespace Research.Languages.Tests.DoublyEmbedded.Oracles;

/// <summary>
/// What an optimal reader scores, against figures computed by another implementation with millions of samples.
/// </summary>
public sealed class PublishedFigureTests
{
    /// <summary>
    /// Misread messages of 2,000,000 and mean ambiguity, by noise; at 0.02 and 0.04 the author's labels 0.065 and
    /// 0.157.
    /// </summary>
    [Theory]
    [InlineData(0, 0, 0), InlineData(.002, .00197, .00273), InlineData(.015, .04130, .05823)]
    [InlineData(.02, .06391, .08888)]
    [InlineData(.04, .15841, .21939), InlineData(.08, .31178, .42426), InlineData(.2, .53528, .67882)]
    public void Language_ambiguity_is_the_published_one(double noise, double misread, double mean)
    {
        const int Messages = 20_000;
        var measured = LanguageAmbiguity.Sampled(
            Language.Of(new(Reading.Released, noise)), Evidence.TransitionsOnly, Messages, new Philox(1, "ambiguity"));
        Published.AssertShare(misread, (int)Math.Round(measured.Misread.Value * Messages), Messages, .0004);
        Assert.Equal(mean, measured.Mean.Value, 2.1 * measured.Mean.Margin + .0012);
    }

    [Theory, InlineData(0), InlineData(.02), InlineData(.2)]
    public void The_released_language_is_never_ambiguous_to_a_reader_of_first_letters(double noise)
    {
        var measured = LanguageAmbiguity.Sampled(
            Language.Of(new(Reading.Released, noise)), Evidence.WholeMessage, 500, new Philox(1, "ambiguity"));
        Assert.Equal((0, 0), (measured.Misread.Value, measured.Mean.Value));
        var ambiguous = LanguageAmbiguity.Sampled(
            Language.Of(new(Reading.Ambiguous, .02)), Evidence.WholeMessage, 500, new Philox(1, "ambiguity"));
        Assert.True(ambiguous.Mean.Value > .01);
    }

    [Fact]
    public void Entropies_of_the_noiseless_language_are_the_published_ones()
    {
        var language = Language.Of(new(Reading.Released, 0));
        Assert.Equal(.953263, EntropyRate.OfTransitions(language), 5e-7);
        Assert.Equal(.9480, EntropyRate.OfText(language), 5e-5);
        Assert.Equal(
            (Math.Log(6) + 20 * EntropyRate.OfTransitions(language)) / 22, EntropyRate.OfText(language), 1e-12);
        Assert.Throws<ArgumentException>(() => EntropyRate.OfText(Language.Of(new(Reading.Ambiguous, .02))));
    }

    [Theory, InlineData(32, 1.0404), InlineData(64, .9942), InlineData(128, .9711), InlineData(512, .9538)]
    [InlineData(1024, .9509)]
    public void The_closed_form_of_the_optimal_cross_entropy_is_the_published_one(int predictions, double optimum) =>
        Assert.Equal(optimum, WindowCrossEntropy.ClosedForm(Language.Of(new(Reading.Released, 0)), predictions), 6e-5);

    [Fact]
    public void The_closed_form_needs_letters_of_one_intention() =>
        Assert.Throws<ArgumentException>(
            () => WindowCrossEntropy.ClosedForm(Language.Of(new(Reading.Released, .01)), 32));

    /// <summary>300,000 windows each, standard error up to 0.0005.</summary>
    [Theory, InlineData(0, 32, 1.0403), InlineData(0, 128, .9712), InlineData(.02, 32, 2.3767)]
    [InlineData(.02, 64, 2.3123), InlineData(.02, 128, 2.2796)]
    public void The_filters_cross_entropy_is_the_published_optimum(double noise, int predictions, double optimum)
    {
        var measured = WindowCrossEntropy.Sampled(
            Language.Of(new(Reading.Released, noise)), predictions, 3000, new Philox(1, "windows"));
        Assert.Equal(optimum, measured.Value, 2.1 * measured.Margin + .001);
    }

    [Theory, InlineData(Reading.Ambiguous), InlineData(Reading.UniformStart)]
    public void A_more_ambiguous_reading_costs_an_optimal_reader_more(Reading reading)
    {
        var released =
            WindowCrossEntropy.Sampled(Language.Of(new(Reading.Released, .02)), 64, 1000, new Philox(1, "windows"));
        var other = WindowCrossEntropy.Sampled(Language.Of(new(reading, .02)), 64, 1000, new Philox(1, "windows"));
        Assert.True(other.Low > released.High, $"{other} against {released}");
    }

    [Theory, InlineData(32, .0162), InlineData(64, .0280), InlineData(128, .0390)]
    public void A_perfect_model_has_the_published_deviation_from_the_released_score(int predictions, double deviation)
    {
        var language = Language.Of(new(Reading.Released, 0));
        var (metric, filter, sampler) =
            (new ReleasedDeviation(language), new BayesFilter(language), new MessageSampler(language));
        var window = new int[predictions + 1];
        var values = new double[2000];
        for (var n = 0; n < values.Length; n++)
        {
            var draws = new PhiloxStream(new Philox(1, "deviation"), step: (uint)n);
            sampler.Window(window, ref draws);
            values[n] = metric.Of(window, WindowCrossEntropy.LogProbability(filter, window));
        }

        Published.AssertMean(deviation, values, .0001);
    }

    [Fact]
    public void The_released_score_of_a_short_window_by_hand()
    {
        var language = Language.Of(new(Reading.Released, .02));
        double T(int i, int s, int t) => language.NextLetter(i, s)[t];
        // a, b, newline, d, e: two messages with independent uniform intentions, 1/3 for the first letter d.
        var first = Enumerable.Range(0, 6).Sum(i => T(i, 0, 1) / 6);
        var second = Enumerable.Range(0, 6).Sum(i => T(i, 3, 4) / 18);
        var metric = new ReleasedDeviation(language);
        Assert.Equal(Math.Log(first * second), metric.LogScore([1, 2, 0, 4, 5]), 1e-12);
        Assert.Equal(0.25, metric.Of([1, 2, 0, 4, 5], metric.LogScore([1, 2, 0, 4, 5]) - 1), 1e-12);
    }

    /// <summary>
    /// Divergence of the optimal prediction after l + 1 letters of a message without a newline before them; 400,000
    /// prompts, standard error up to 0.0001.
    /// </summary>
    [Theory]
    [InlineData(0, new[] { .0510, .0537, .0568, .0602, .0641, .0685 })]
    [InlineData(.02, new[] { .0792, .0837, .0900, .0891, .0884, .0881 })]
    [InlineData(.03, new[] { .0823, .0856, .0916, .0911, .0910, .0915 })]
    [InlineData(.06, new[] { .0809, .0819, .0867, .0879, .0893, .0912 })]
    public void Language_understanding_of_the_optimal_reader_is_the_published_floor(double noise, double[] floors)
    {
        var language = Language.Of(new(Reading.Released, noise));
        var (sampler, filter) = (new MessageSampler(language), new BayesFilter(language));
        double[] truth = new double[19], prediction = new double[19];
        for (var transitions = 1; transitions <= 6; transitions++)
        {
            var prompt = new int[transitions + 2];
            var values = new double[3000];
            for (var n = 0; n < values.Length; n++)
            {
                var draws = new PhiloxStream(new Philox(1, "understanding"), step: (uint)n, tensor: (uint)transitions);
                var intention = sampler.Intention(ref draws);
                sampler.Message(intention, prompt.AsSpan(1), ref draws);
                language.NextLetter(intention, prompt[^1] - 1).CopyTo(truth.AsSpan(1));
                filter.Predict(prompt.AsSpan(1), prediction);
                values[n] = KlDivergence.Floored(truth, prediction);
                filter.Predict(prompt, prediction);
                Assert.Equal(0, KlDivergence.Of(truth, prediction), 1e-12);
            }

            Published.AssertMean(floors[transitions - 1], values, .0001);
        }
    }

    /// <summary>
    /// In-context divergence, noise 0.02: readers that ignore first letters (1,000,000 trials, standard error 0.0004),
    /// and the filter.
    /// </summary>
    [Fact]
    public void In_context_divergence_of_three_readers_is_the_published_one()
    {
        const int Trials = 5000;
        double[] published = [.1306, .0152, .0018, .0002, .00002];
        var language = Language.Of(new(Reading.Released, .02));
        var (sampler, filter) = (new MessageSampler(language), new BayesFilter(language));
        var oracle = new MessageOracle(language, Evidence.TransitionsOnly);
        var shared = new SharedIntention(oracle);
        double[] posterior = new double[6], truth = new double[19], prediction = new double[19];
        double[][] together = [.. published.Select(_ => new double[Trials])];
        double[][] last = [.. published.Select(_ => new double[Trials])];
        var message = new int[21];
        for (var n = 0; n < Trials; n++)
        {
            var draws = new PhiloxStream(new Philox(1, "in context"), step: (uint)n);
            var intention = sampler.Intention(ref draws);
            posterior.AsSpan().Clear();
            posterior[intention] = 1;
            FirstLetter.Predict(language, posterior, truth);
            shared.Reset();
            filter.Reset();
            for (var m = 0; m < published.Length; m++)
            {
                sampler.Message(intention, message, ref draws);
                foreach (var token in message) filter.Observe(token);
                filter.Observe(Alphabet.Newline);
                filter.Predict(prediction);
                Assert.Equal(0, KlDivergence.Of(truth, prediction), 1e-12);

                shared.Add(message);
                shared.Posterior(posterior);
                FirstLetter.Predict(language, posterior, prediction);
                together[m][n] = KlDivergence.Floored(truth, prediction);
                oracle.Posterior(message, posterior);
                FirstLetter.Predict(language, posterior, prediction);
                last[m][n] = KlDivergence.Floored(truth, prediction);
            }
        }

        for (var m = 0; m < published.Length; m++)
        {
            Published.AssertMean(published[m], together[m], m == 4 ? .00002 : .0004);
            Published.AssertMean(.1306, last[m], .0004);
        }
    }
}
