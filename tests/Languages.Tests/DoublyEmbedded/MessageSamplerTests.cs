using Research.Languages.DoublyEmbedded;
using Research.Numerics;

namespace Research.Languages.Tests.DoublyEmbedded;

public sealed class MessageSamplerTests
{
    /// <summary>
    /// Every window of four tokens, newlines anywhere, as often as enumeration says: within four and a half standard
    /// errors.
    /// </summary>
    [Theory, InlineData(1), InlineData(2)]
    public void Windows_start_anywhere_in_the_stationary_text(int seed)
    {
        const int Count = 40_000;
        var language = SmallLanguages.Random(new Random(seed), intentions: 2, letters: 2, transitions: 2);
        var sampler = new MessageSampler(language);
        var counts = new Dictionary<string, int>();
        var window = new int[4];
        for (var n = 0; n < Count; n++)
        {
            var draws = new PhiloxStream(new Philox(seed, "windows"), step: (uint)n);
            sampler.Window(window, ref draws);
            var text = language.Alphabet.Decode(window);
            counts[text] = counts.GetValueOrDefault(text) + 1;
        }

        for (var code = 0; code < 81; code++)
        {
            int[] tokens = [code % 3, code / 3 % 3, code / 9 % 3, code / 27];
            var expected = BruteForce.WindowProbability(language, tokens);
            var error = Math.Sqrt(expected * (1 - expected) / Count);
            Assert.InRange(
                counts.GetValueOrDefault(language.Alphabet.Decode(tokens)) / (double)Count, expected - 4.5 * error,
                expected + 4.5 * error);
        }
    }
}
