using System.Numerics;
using Research.Jobs;
using Research.Numerics;
using Research.Skills.Compression;
using Research.Skills.Learners;
using Research.Skills.Peeling;

namespace Research.Skills.Tests.Compression;

public class CompressionTests
{
    [Theory, InlineData(.9, 360.39), InlineData(1.05, 116.83), InlineData(2, 33.26)]
    public void Bits_a_text_of_the_reference(double ratio, double bits)
    {
        var q = new DensityEvolution(new SkillLearner(1), 3, ratio).Solve().Value;

        Assert.Equal(bits, CompressionTheory.BitsPerText(1000, 3, q, 400), 0.006);
    }

    [Fact]
    public void Set_entropies_of_the_reference()
    {
        Assert.Equal(20.814, CompressionTheory.SetEntropy(1000, 2, 0), 0.0006);
        Assert.Equal(29.464, CompressionTheory.SetEntropy(1000, 3, 0), 0.0006);
    }

    [Fact]
    public void Sets_are_numbered_without_gaps()
    {
        var seen = new HashSet<BigInteger>();
        for (var a = 0; a < 9; a++)
            for (var b = a + 1; b < 9; b++)
                for (var c = b + 1; c < 9; c++)
                {
                    var rank = Combinations.Rank([a, b, c]);
                    Assert.True(rank >= 0 && rank < 84 && seen.Add(rank));
                    Assert.Equal([a, b, c], Combinations.Unrank(rank, 9, 3));
                }

        Assert.Equal(84, seen.Count);
        Assert.Equal(BigInteger.Parse("100891344545564193334812497256"), Combinations.Count(100, 50));
        Assert.Equal([], Combinations.Unrank(0, 5, 0));
        Assert.Equal([0, 1, 2], Combinations.Unrank(0, 3, 3));
    }

    [Fact]
    public void Bits_come_back_as_they_went()
    {
        var output = new BitWriter();
        output.Write(true);
        output.Write(BigInteger.Parse("123456789012345678901234567890"), 97);
        output.Write(false);
        output.Write(5, 3);
        var input = new BitReader(output.ToArray());

        Assert.Equal(102, output.Length);
        Assert.True(input.Read());
        Assert.Equal(BigInteger.Parse("123456789012345678901234567890"), input.Read(97));
        Assert.False(input.Read());
        Assert.Equal(5, input.Read(3));
        Assert.Throws<InputException>(() => input.Read(3));
    }

    [Fact]
    public void A_prefix_code_is_optimal_for_halves_and_within_a_bit_for_any()
    {
        var halves = new PrefixCode([.5, .25, .125, .125]);
        Assert.Equal([1, 2, 3, 3], Enumerable.Range(0, 4).Select(halves.LengthOf));

        double[] weights = [.05, .15, .22, .22, .17, .1, .05, .03, .01];
        var code = new PrefixCode(weights);
        double mean = 0, entropy = 0, kraft = 0;
        for (var symbol = 0; symbol < weights.Length; symbol++)
        {
            mean += weights[symbol] * code.LengthOf(symbol);
            entropy -= weights[symbol] * Math.Log2(weights[symbol]);
            kraft += Math.Pow(2, -code.LengthOf(symbol));
        }

        Assert.Equal(1, kraft, 1e-12);
        Assert.InRange(mean, entropy, entropy + 0.1);
        var output = new BitWriter();
        for (var symbol = 0; symbol < weights.Length; symbol++) code.Write(symbol, output);
        var input = new BitReader(output.ToArray());
        for (var symbol = 0; symbol < weights.Length; symbol++) Assert.Equal(symbol, code.Read(input));
    }

    [Fact]
    public void A_text_comes_back_with_its_meaning_in_other_words_or_letter_by_letter()
    {
        var language = new SkillLanguage(50);
        var codec = new SemanticCodec(language, SkillSet.Range(50, 0, 30), 3, letters: 10);
        var draws = new PhiloxStream(new Philox(1, "test"));
        int asSets = 0, inOtherWords = 0;
        foreach (var skills in new int[][] { [], [3], [29, 0, 7], [12, 31], [49], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [.. Enumerable.Range(0, 50)] })
        {
            var text = SkillLanguage.Write(skills, ref draws);
            Assert.Equal(skills.Order(), language.Read(text));
            var (bytes, bits, understood) = codec.Encode(text);
            var back = codec.Decode(bytes);

            Assert.Equal(skills.All(skill => skill < 30), understood);
            Assert.Equal(skills.Order(), language.Read(back));
            if (!understood) Assert.Equal(text, back);
            if (!understood) Assert.Equal(1 + (80 * ((text.Length / 10) + 1)), bits);
            asSets += understood ? 1 : 0;
            inOtherWords += back != text ? 1 : 0;
        }

        Assert.Equal(4, asSets);
        Assert.True(inOtherWords >= 2);
    }

    [Fact]
    public void Sets_take_little_more_than_their_entropy()
    {
        const int Skills = 1000, Texts = 20_000;
        var code = new SkillSetCode(SkillSet.Range(Skills, 100, 800), 3);
        var sampler = new TextSampler(new GraphSpec(Skills, [new(Texts, [new(2.4, 100, 800)])], 5));
        var members = new int[sampler.LargestText];
        var output = new BitWriter();
        for (var text = 0; text < Texts; text++) code.Write(members.AsSpan(0, sampler.Draw(text, members)), output);
        var entropy = CompressionTheory.SetEntropy(Skills, 3, .2);

        Assert.InRange(output.Length / (double)Texts, entropy - 0.2, entropy + 0.35);
    }

    [Fact]
    public void Foreign_words_and_torn_texts_are_refused()
    {
        var language = new SkillLanguage(10);
        Assert.Throws<InputException>(() => language.Read("hello"));
        Assert.Throws<InputException>(() => language.Read("ab"));
        Assert.Throws<InputException>(() => language.Read("AAA"));
        Assert.Throws<InputException>(() => new SkillLanguage(2000));
        Assert.Throws<InputException>(() => new SemanticCodec(language, new SkillSet(10), 3, 10).Decode([0]));
    }
}
