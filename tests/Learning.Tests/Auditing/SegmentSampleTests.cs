using Research.Learning.Auditing;

namespace Research.Learning.Tests.Auditing;

public class SegmentSampleTests
{
    private static readonly IReadOnlyList<Segment> Five = [.. Enumerable.Range(1, 5).Select(n => new Segment(n, n - 1, n))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Every_choice_comes_out_of_as_many_draws(int count)
    {
        var counts = new Dictionary<string, int>();
        foreach (var draws in AllDraws(5, count))
        {
            var chosen = string.Join(' ', SegmentSample.Draw(Five, count, (_, i) => draws[i]).Select(segment => segment.Number));
            counts[chosen] = counts.GetValueOrDefault(chosen) + 1;
        }

        Assert.Equal(new[] { 5, 10, 10, 5, 1 }[count - 1], counts.Count);
        Assert.Single(counts.Values.Distinct());
    }

    [Fact]
    public void More_than_there_are_means_all_and_fewer_than_one_is_refused()
    {
        Assert.Equal(Five, SegmentSample.Draw(Five, 9, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SegmentSample.Draw(Five, 0, seed: 1));
    }

    [Fact]
    public void A_seed_repeats_its_choice_and_seeds_differ()
    {
        Assert.Equal(SegmentSample.Draw(Five, 2, 3), SegmentSample.Draw(Five, 2, 3));
        var choices = Enumerable.Range(0, 200).Select(seed => string.Join(' ', SegmentSample.Draw(Five, 2, seed))).Distinct();
        Assert.Equal(10, choices.Count());
    }

    [Fact]
    public void An_auditors_own_seed_is_not_foreseeable()
    {
        var seeds = Enumerable.Range(0, 100).Select(_ => SegmentSample.UnpredictableSeed()).ToArray();
        Assert.All(seeds, seed => Assert.True(seed >= 0));
        Assert.True(seeds.Distinct().Count() > 95);
    }

    private static IEnumerable<int[]> AllDraws(int of, int count) => count == 0
        ? [[]]
        : Enumerable.Range(0, of).SelectMany(first => AllDraws(of - 1, count - 1).Select(rest => (int[])[first, .. rest]));
}
