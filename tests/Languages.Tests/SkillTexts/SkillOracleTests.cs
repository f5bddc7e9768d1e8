using Research.Languages.SkillTexts;
using Research.Languages.SkillTexts.Oracles;

namespace Research.Languages.Tests.SkillTexts;

public sealed class SkillOracleTests
{
    private const int Skills = 8;

    [Fact]
    public void What_readers_know_is_true_and_no_more_than_an_ideal_reader_knows()
    {
        var (ideals, counted, solved) = (0, 0, 0);
        for (var seed = 1; seed <= 60; seed++)
        {
            var (language, counts) = Language(seed);
            var ideal = Ideal(language.Texts, counts);
            var counting = CountingReader.Read(Skills, language.Texts, counts);
            var linear = LinearReader.Read(Skills, language.Texts, counts);
            for (var skill = 0; skill < Skills; skill++)
            {
                Assert.True(counting[skill] is null || counting[skill] == ideal[skill]);
                Assert.True(linear[skill] is null || linear[skill] == ideal[skill]);
                Assert.True(ideal[skill] is null || ideal[skill] == language.Hidden[skill]);
            }

            ideals += ideal.Count(bit => bit is not null);
            counted += counting.Count(bit => bit is not null);
            solved += linear.Count(bit => bit is not null);
        }

        // Neither is ideal, and neither is idle.
        Assert.InRange(counted, ideals / 2, ideals - 1);
        Assert.InRange(solved, ideals / 4, ideals - 1);
    }

    [Fact]
    public void The_linear_reader_knows_exactly_the_skills_in_the_span_of_the_texts()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var (language, counts) = Language(seed);
            var rows = language.Texts.Select(text => Enumerable.Range(0, Skills).Select(skill => text.Contains(skill) ? 1.0 : 0).ToArray()).ToList();
            var rank = Rank(rows);
            var linear = LinearReader.Read(Skills, language.Texts, counts);

            for (var skill = 0; skill < Skills; skill++)
            {
                var unit = Enumerable.Range(0, Skills).Select(other => other == skill ? 1.0 : 0).ToArray();
                Assert.Equal(Rank([.. rows, unit]) == rank, linear[skill] is not null);
            }
        }
    }

    [Fact]
    public void The_counting_reader_knows_at_least_what_sole_unknown_skills_teach_and_needs_no_order()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var (language, counts) = Language(seed);
            var known = new bool[Skills];
            for (var changed = true; changed;)
            {
                changed = false;
                foreach (var text in language.Texts.Select(text => text.Where(skill => !known[skill]).ToArray()).Where(text => text.Length == 1))
                    changed = known[text[0]] = true;
            }

            var counting = CountingReader.Read(Skills, language.Texts, counts);
            Assert.All(Enumerable.Range(0, Skills).Where(skill => known[skill]), skill => Assert.NotNull(counting[skill]));
            Assert.Equal(counting, CountingReader.Read(Skills, [.. language.Texts.Reverse()], [.. counts.AsEnumerable().Reverse()]));
        }
    }

    [Theory]
    [InlineData("01", 1, "??"), InlineData("01", 2, "11"), InlineData("01", 0, "00"), InlineData("0", 1, "1?")]
    public void One_text_tells_only_what_all_or_none_tell(string text, int count, string expected)
    {
        int[][] texts = [[.. text.Select(skill => skill - '0')]];

        Assert.Equal(expected, Text(CountingReader.Read(2, texts, [count])));
        Assert.Equal(expected, Text(Ideal(texts, [count]).Take(2)));
    }

    [Fact]
    public void Four_triples_that_no_single_text_solves_are_solved_as_equations()
    {
        int[][] texts = [[0, 1, 2], [0, 1, 3], [0, 2, 3], [1, 2, 3]];
        int[] counts = [2, 2, 1, 1];

        Assert.Equal("????", Text(CountingReader.Read(4, texts, counts)));
        Assert.Equal("1100", Text(LinearReader.Read(4, texts, counts)));
    }

    [Fact]
    public void Counts_that_fit_no_bits_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CountingReader.Read(2, [[0, 1]], [3]));
        Assert.Throws<ArgumentException>(() => LinearReader.Read(2, [[0, 1], [0, 1]], [1, 2]));
        Assert.Throws<ArgumentException>(() => CountingReader.Read(2, [[0, 1]], []));
        Assert.Throws<ArgumentException>(() => LinearReader.Read(2, [[0, 1]], []));
    }

    [Fact]
    public void The_best_guess_is_the_likeliest_count_of_fair_bits()
    {
        for (var n = 0; n <= 12; n++)
        {
            var counts = Enumerable.Range(0, 1 << n).GroupBy(bits => int.PopCount(bits)).Max(group => group.Count());

            Assert.Equal(counts / (double)(1 << n), BestGuess.Counted(n), 14);
            Assert.Equal(1.0 / (1 << n), BestGuess.Itemized(n));
        }
    }

    private static (SkillLanguage Language, List<int> Counts) Language(int seed)
    {
        var language = SkillLanguage.Of(new(AnswerForm.Counted, TextSizes.Poisson, 3, Ratio: 0.75, Skills, Longest: 4, Seed: seed));
        return (language, [.. language.Texts.Select(text => text.Sum(skill => language.Hidden[skill]))]);
    }

    /// <summary>All assignments of bits that fit every count; a bit that is the same in all of them is known.</summary>
    private static int?[] Ideal(IReadOnlyList<int[]> texts, List<int> counts)
    {
        var fitting = Enumerable.Range(0, 1 << Skills)
            .Where(bits => Enumerable.Range(0, texts.Count).All(t => texts[t].Sum(skill => (bits >> skill) & 1) == counts[t])).ToList();
        return [.. Enumerable.Range(0, Skills).Select(skill => fitting.Select(bits => (bits >> skill) & 1).Distinct().ToList()).Select(values => values.Count == 1 ? values[0] : (int?)null)];
    }

    private static string Text(IEnumerable<int?> bits) => string.Concat(bits.Select(bit => bit is { } value ? (char)('0' + value) : '?'));

    private static int Rank(List<double[]> rows)
    {
        List<double[]> left = [.. rows.Select(row => (double[])row.Clone())];
        var rank = 0;
        for (var column = 0; column < Skills; column++)
        {
            var pivot = left.Skip(rank).MaxBy(row => Math.Abs(row[column]));
            if (pivot is null || Math.Abs(pivot[column]) < 1e-9) continue;
            left.Remove(pivot);
            left.Insert(rank, pivot);
            foreach (var row in left.Skip(rank + 1))
            {
                var factor = row[column] / pivot[column];
                for (var i = 0; i < Skills; i++) row[i] -= factor * pivot[i];
            }

            rank++;
        }

        return rank;
    }
}
