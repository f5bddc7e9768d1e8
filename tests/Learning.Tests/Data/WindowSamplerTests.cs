using Research.Learning.Data;

namespace Research.Learning.Tests.Data;

public class WindowSamplerTests
{
    private const int Batch = 3, Block = 4;

    // Twenty different characters, so that a window tells where it was taken.
    private static readonly TokenSequence Text = TokenSequence.Of(new Vocabulary("abcdefghijklmnopqrs"), 20, ["abcdefghijklmnopqrs"]);

    [Fact]
    public void Every_start_occurs_equally_often_and_the_next_tokens_follow()
    {
        var sampler = new WindowSampler(Text, seed: 1, Batch, Block);
        var (tokens, next, starts) = (new int[Batch * Block], new int[Batch * Block], new int[20 - Block]);
        const int Steps = 4000;
        for (var step = 1; step <= Steps; step++)
        {
            sampler.Draw(step, tokens, next);
            for (var row = 0; row < Batch; row++)
            {
                var start = tokens[row * Block] - 1;
                starts[start]++;
                for (var i = 0; i < Block; i++)
                {
                    Assert.Equal(Text[start + i], tokens[(row * Block) + i]);
                    Assert.Equal(Text[start + i + 1], next[(row * Block) + i]);
                }
            }
        }

        var expected = (double)Steps * Batch / starts.Length;
        var chiSquare = starts.Select(count => (count - expected) * (count - expected) / expected).Sum();
        Assert.True(chiSquare < 37.7, $"chi-square {chiSquare} with 15 degrees of freedom: p < 0.001");
    }

    [Fact]
    public void Windows_depend_on_seed_and_step_only()
    {
        Assert.Equal(Draw(seed: 1, step: 5), Draw(seed: 1, step: 5));
        Assert.NotEqual(Draw(seed: 1, step: 5), Draw(seed: 1, step: 6));
        Assert.NotEqual(Draw(seed: 1, step: 5), Draw(seed: 2, step: 5));

        static int[] Draw(int seed, int step)
        {
            var (tokens, next) = (new int[Batch * Block], new int[Batch * Block]);
            new WindowSampler(Text, seed, Batch, Block).Draw(step, tokens, next);
            return tokens;
        }
    }

    [Fact]
    public void A_vocabulary_beyond_a_byte_keeps_its_tokens()
    {
        var characters = string.Concat(Enumerable.Range(0x4E00, 1000).Select(code => (char)code));
        var vocabulary = new Vocabulary(characters);
        var text = TokenSequence.Of(vocabulary, 1001, [characters]);
        var tokens = new int[1001];
        text.CopyTo(0, tokens);
        Assert.Equal([.. Enumerable.Range(1, 1000), 0], tokens);
        Assert.Throws<ArgumentOutOfRangeException>(() => text.CopyTo(1, tokens));
    }
}
