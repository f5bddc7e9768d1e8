using Research.Languages.DoublyEmbedded;

namespace Research.Languages.Tests.DoublyEmbedded;

public sealed class LanguageTests
{
    /// <summary>The author's matrices: seed 1713, three rows of three for each intention.</summary>
    private static readonly double[][] AuthorsRows =
    [
        [.500330, .146471, .353199, .415584, .253173, .331243, .628435, .123580, .247986],
        [.453099, .435939, .110962, .321626, .324669, .353705, .017678, .314470, .667852],
        [.067602, .581877, .350521, .682696, .086616, .230688, .198869, .324863, .476268],
        [.178700, .526622, .294679, .274951, .463770, .261279, .172668, .454156, .373176],
        [.194744, .580231, .225025, .220734, .104712, .674554, .478455, .380262, .141283],
        [.208222, .358700, .433078, .276894, .485016, .238090, .032158, .650946, .316896],
    ];

    [Fact]
    public void The_letter_chains_are_the_authors()
    {
        var language = Language.Of(new(Reading.Released, 0));
        for (var i = 0; i < 6; i++)
        {
            for (var s = 0; s < 18; s++)
            {
                for (var t = 0; t < 18; t++)
                {
                    var expected = s / 3 == i && t / 3 == i ? AuthorsRows[i][s % 3 * 3 + t % 3] : 0;
                    Assert.Equal(expected, language.NextLetter(i, s)[t], 6e-7);
                }
            }
        }
    }

    [Theory, InlineData(0.02), InlineData(0.5)]
    public void Noise_is_added_to_every_entry_before_rows_are_normalized(double e)
    {
        var language = Language.Of(new(Reading.Released, e));
        for (var i = 0; i < 6; i++)
        {
            for (var s = 0; s < 18; s++)
            {
                for (var t = 0; t < 18; t++)
                {
                    var noiseless = t / 3 == i ? AuthorsRows[i][s % 3 * 3 + t % 3] : 0;
                    var expected = s / 3 == i ? (noiseless + e) / (1 + 18 * e) : 1 / 18.0;
                    Assert.Equal(expected, language.NextLetter(i, s)[t], 6e-7);
                }
            }
        }
    }

    [Fact]
    public void The_first_letter_follows_the_reading()
    {
        const double E = 0.02;
        var (released, ambiguous, uniform) =
            (Start(Reading.Released), Start(Reading.Ambiguous), Start(Reading.UniformStart));
        for (var s = 0; s < 18; s++)
        {
            var own = s / 3 == 4;
            Assert.Equal(own ? 1 / 3.0 : 0, released[s], 1e-15);
            Assert.Equal(((own ? 1 / 3.0 : 0) + E) / (1 + 18 * E), ambiguous[s], 1e-15);
            Assert.Equal(1 / 18.0, uniform[s], 1e-15);
        }

        Assert.Equal(
            Language.Of(new(Reading.Released, 0)).Start(4).ToArray(),
            Language.Of(new(Reading.Ambiguous, 0)).Start(4).ToArray());

        static double[] Start(Reading reading) => Language.Of(new(reading, E)).Start(4).ToArray();
    }

    [Fact]
    public void An_intention_stays_or_goes_on_to_the_next_of_the_circle()
    {
        var language = Language.Of(new(Reading.Released, 0));
        Assert.Equal([0.5, 0, 0, 0, 0, 0.5], language.NextIntention(5).ToArray());
        Assert.Equal([0, 0.5, 0.5, 0, 0, 0], language.NextIntention(1).ToArray());
        Assert.All(language.Stationary.ToArray(), p => Assert.Equal(1 / 6.0, p, 1e-15));
        Assert.Equal([1], Language.Of(new(Reading.Released, 0, Intentions: 1)).NextIntention(0).ToArray());
    }

    [Fact]
    public void The_stationary_distribution_is_kept_by_the_chain()
    {
        var random = new Random(3);
        for (var n = 1; n < 8; n++)
        {
            var language = SmallLanguages.Random(random, intentions: n);
            for (var j = 0; j < n; j++)
            {
                var next = Enumerable.Range(0, n).Sum(i => language.Stationary[i] * language.NextIntention(i)[j]);
                Assert.Equal(language.Stationary[j], next, 1e-14);
            }

            Assert.Equal(1, language.Stationary.ToArray().Sum(), 1e-14);
        }
    }

    [Fact]
    public void The_letter_at_a_place_is_the_sum_over_all_paths_to_it()
    {
        var language = SmallLanguages.Random(new Random(1), intentions: 2, letters: 3, transitions: 3);
        for (var last = 0; last < 3; last++)
        {
            var sum = 0.0;
            for (var path = 0; path < 9; path++)
            {
                int first = path % 3, second = path / 3;
                var toSecond = language.Start(1)[first] * language.NextLetter(1, first)[second];
                sum += toSecond * language.NextLetter(1, second)[last];
            }

            Assert.Equal(sum, language.LetterAt(1, 2)[last], 1e-15);
        }
    }

    [Fact]
    public void Matrices_that_are_no_language_are_refused()
    {
        double[,] chain = { { 1 } }, start = { { 0.5, 0.5 } };
        double[,,] letters = { { { 0.5, 0.5 }, { 0.25, 0.75 } } };
        Assert.Equal(2, new Language("x", 3, chain, start, letters).Letters);
        Assert.Throws<ArgumentException>(() => new Language("x", 3, new[,] { { 0.9 } }, start, letters));
        Assert.Throws<ArgumentException>(() => new Language("x", 3, chain, new[,] { { 0.5, 0.6 } }, letters));
        Assert.Throws<ArgumentException>(() => new Language("x", 3, chain, new[,] { { -0.5, 1.5 } }, letters));
        Assert.Throws<ArgumentException>(
            () => new Language("x", 3, chain, start, new[,,] { { { 0.5, 0.5 }, { 0.25, double.NaN } } }));
        Assert.Throws<ArgumentException>(() => new Language("x", 3, chain, start, new double[1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new Language("x", 3, new double[2, 2], start, letters));
        Assert.Throws<ArgumentException>(() => new Language(
            "x", 3, new[,] { { 1.0, 0 }, { 0, 1 } }, new[,] { { 1.0 }, { 1 } }, new[,,] { { { 1.0 } }, { { 1 } } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Language("x", 0, chain, start, letters));
    }

    [Fact]
    public void A_letter_that_cannot_occur_needs_no_successor()
    {
        var language =
            new Language("x", 3, new[,] { { 1.0 } }, new[,] { { 1.0, 0 } }, new[,,] { { { 1.0, 0 }, { 0, 0 } } });
        Assert.Equal([1, 0], language.LetterAt(0, 3).ToArray());
        Assert.Throws<ArgumentException>(() => new Language(
            "x", 3, new[,] { { 1.0 } }, new[,] { { 0, 1.0 } }, new[,,] { { { 1.0, 0 }, { 0, 0 } } }));
    }
}
