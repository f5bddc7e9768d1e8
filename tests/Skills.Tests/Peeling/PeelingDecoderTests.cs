using Research.Jobs;
using Research.Skills.Peeling;

namespace Research.Skills.Tests.Peeling;

public class PeelingDecoderTests
{
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void It_learns_what_patient_presentation_of_all_texts_teaches(int limit)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var spec = GraphSpec.Poisson(60, 2 + limit, 0.6 + (0.05 * (seed % 10)), seed);
            var texts = Texts(spec);
            var known = SkillSet.Range(60, 0, seed % 3 * 5);
            var frozen = SkillSet.Range(60, 10, seed % 4);
            var result = PeelingDecoder.Peel(SkillTextGraph.Of(60, texts), limit, known, frozen);
            var (expected, rounds) = Patient(texts, limit, known, frozen);

            for (var skill = 0; skill < 60; skill++) Assert.Equal(expected.Contains(skill), result.Learned.Contains(skill));
            Assert.Equal(rounds, result.LearnedByRound);
            Assert.Equal(texts.Count(text => text.Any(skill => !expected.Contains(skill))), result.UnfinishedTexts);
        }
    }

    [Fact]
    public void It_peels_the_example_by_hand()
    {
        int[][] texts = [[0], [0, 1], [1, 2, 3], [2, 3], [4, 5], []];

        var one = PeelingDecoder.Peel(SkillTextGraph.Of(6, texts), 1);
        Assert.Equal([0, 1, 2], one.LearnedByRound);
        Assert.Equal(3, one.UnfinishedTexts);

        var two = PeelingDecoder.Peel(SkillTextGraph.Of(6, texts), 2);
        Assert.Equal([0, 6], two.LearnedByRound);
        Assert.Equal(0, two.UnfinishedTexts);

        var taught = PeelingDecoder.Peel(SkillTextGraph.Of(6, texts), 1, known: SkillSet.Range(6, 4, 1));
        Assert.Equal([1, 3, 4], taught.LearnedByRound);
    }

    [Fact]
    public void Neither_threads_nor_ranges_change_what_is_learned_in_any_round()
    {
        var spec = GraphSpec.Poisson(200_000, 3, 1.06, seed: 5);
        var one = PeelingDecoder.Peel(GraphGenerator.Generate(spec), 1);
        var four = PeelingDecoder.Peel(GraphGenerator.Generate(spec, threads: 4), 1, threads: 4);
        var streaming = new StreamingLearner(spec.Skills, 1);
        var sampler = new TextSampler(spec);
        var text = new int[sampler.LargestText];
        for (var i = 0; i < (int)spec.Texts; i++) streaming.Present(text.AsSpan(0, sampler.Draw(i, text)));

        Assert.Equal(one.LearnedByRound, four.LearnedByRound);
        Assert.Equal(one.Learned.Words, four.Learned.Words);
        Assert.Equal(one.UnfinishedTexts, four.UnfinishedTexts);
        Assert.Equal(one.LearnedByRound[^1], streaming.Learned);
        for (var skill = 0; skill < spec.Skills; skill++) Assert.Equal(one.Learned.Contains(skill), streaming.Knows(skill));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void After_every_text_the_streaming_learner_knows_what_the_decoder_learns_from_the_texts_so_far(int limit)
    {
        var texts = Texts(GraphSpec.Poisson(40, 3, 1.5, seed: limit));
        var learner = new StreamingLearner(40, limit);
        foreach (var pass in new[] { 0, 1 })
        {
            learner.Reset();
            for (var count = 1; count <= texts.Count; count++)
            {
                var before = learner.Learned;
                var learned = learner.Present([.. texts[count - 1]]);
                var expected = PeelingDecoder.Peel(SkillTextGraph.Of(40, texts.GetRange(0, count)), limit).Learned.Count;

                Assert.Equal(expected, learner.Learned);
                Assert.Equal(expected - before, learned);
            }
        }
    }

    [Fact]
    public void Sets_of_other_sizes_and_learners_of_nothing_are_refused()
    {
        var graph = SkillTextGraph.Of(3, [[0, 1], [2]]);

        Assert.Throws<InputException>(() => PeelingDecoder.Peel(graph, 0));
        Assert.Throws<InputException>(() => PeelingDecoder.Peel(graph, 1, known: new SkillSet(4)));
        Assert.Throws<InputException>(() => PeelingDecoder.Peel(graph, 1, frozen: new SkillSet(2)));
    }

    internal static List<IReadOnlyList<int>> Texts(GraphSpec spec)
    {
        var sampler = new TextSampler(spec);
        var buffer = new int[sampler.LargestText];
        return [.. Enumerable.Range(0, (int)spec.Texts).Select(text => buffer[..sampler.Draw(text, buffer)])];
    }

    /// <summary>Round by round, as the definition says; known skills after each.</summary>
    private static (HashSet<int> Known, List<int> Rounds) Patient(List<IReadOnlyList<int>> texts, int limit, SkillSet known, SkillSet frozen)
    {
        HashSet<int> now = [.. Enumerable.Range(0, known.Skills).Where(known.Contains)];
        List<int> rounds = [now.Count];
        while (true)
        {
            HashSet<int> next = [.. now];
            foreach (var text in texts)
            {
                var novel = text.Where(skill => !now.Contains(skill)).ToList();
                if (novel.Count <= limit) next.UnionWith(novel.Where(skill => !frozen.Contains(skill)));
            }

            if (next.Count == now.Count) return (now, rounds);
            now = next;
            rounds.Add(now.Count);
        }
    }
}
