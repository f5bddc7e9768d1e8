using Research.Languages.LabelledText;

namespace Research.Languages.Tests.LabelledText;

public sealed class TextClassifierTests
{
    private static readonly int[] Lengths = [1, 2, 4, 8, 12];

    [Fact]
    public void The_posterior_approaches_the_exact_one_with_more_texts()
    {
        double[] errors = [.. new[] { 60, 1000, 20_000 }.Select(Error)];

        Assert.All(errors.Zip(errors.Skip(1)), pair => Assert.True(pair.Second < pair.First / 1.5, string.Join(' ', errors)));
        Assert.True(errors[^1] < 0.02, $"{errors[^1]}");
    }

    [Fact]
    public void The_order_of_the_language_is_found() => Assert.Equal(2, Learned(6000).Order);

    [Fact]
    public void The_prior_is_that_of_the_training_texts()
    {
        var texts = Enumerable.Range(0, 4000).Select(i => (i % 4 == 3 ? 1 : 0, "x"));
        var classifier = new TextClassifier(2, texts, mostOrder: 1, longest: 1);

        // Every text is alike, so that what is read says nothing.
        Assert.Equal(0.75, classifier.Posteriors("x", [1]).Single()[0], 1e-3);
    }

    [Fact]
    public void A_text_that_is_shorter_is_read_to_its_end()
    {
        var texts = Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? (0, "ab") : (1, "abab")).ToList();
        var classifier = new TextClassifier(2, texts, mostOrder: 3, longest: 8);

        var posteriors = classifier.Posteriors("ab", [2, 4, 8]).ToList();

        Assert.InRange(posteriors[0][0], 0.4, 0.6);
        Assert.InRange(posteriors[1][0], 0.62, 0.72);
        Assert.Equal(posteriors[1], posteriors[2]);
    }

    [Fact]
    public void A_label_without_texts_is_refused() =>
        Assert.Throws<ArgumentException>(() => new TextClassifier(2, [(0, "a")], mostOrder: 1, longest: 1));

    private static TextClassifier Learned(int texts) =>
        new(ToyLanguages.Count, ToyLanguages.Draw(texts, "train").ToList(), mostOrder: 4, ToyLanguages.Letters);

    /// <summary>Mean difference of a label's posterior from the exact one.</summary>
    private static double Error(int texts)
    {
        var classifier = Learned(texts);
        return ToyLanguages.Draw(300, "held out")
            .SelectMany(text => classifier.Posteriors(text.Text, Lengths)
                .Zip(Lengths, (posterior, length) => Math.Abs(posterior[text.Label] - ToyLanguages.Posterior(text.Text, length)[text.Label])))
            .Average();
    }
}
