using Research.Jobs;
using Research.Languages.SkillTexts;

namespace Research.Languages.Tests.SkillTexts;

public sealed class SkillLanguageTests
{
    [Fact]
    public void Half_of_the_skills_hide_a_one_and_which_depends_on_the_seed()
    {
        var languages = Enumerable.Range(1, 40).Select(seed => SkillLanguage.Of(new(AnswerForm.Counted, TextSizes.Poisson, 3, 2, Skills: 8, Longest: 4, Seed: seed))).ToList();

        Assert.All(languages, language => Assert.Equal(4, language.Hidden.Sum()));
        Assert.InRange(languages.Select(language => string.Concat(language.Hidden)).Distinct().Count(), 20, 40);
        for (var skill = 0; skill < 8; skill++) Assert.InRange(languages.Count(language => language.Hidden[skill] == 1), 8, 32);
    }

    [Fact]
    public void A_language_of_fewer_texts_has_the_first_texts_of_one_with_more()
    {
        var more = SkillLanguage.Of(new(AnswerForm.Counted, TextSizes.Poisson, 3, 8));
        var fewer = SkillLanguage.Of(new(AnswerForm.Counted, TextSizes.Poisson, 3, 2));

        Assert.Equal(more.Hidden, fewer.Hidden);
        Assert.InRange(fewer.Texts.Count, 100, 128);
        Assert.Equal(more.Texts.Take(fewer.Texts.Count), fewer.Texts);
    }

    [Theory, InlineData(3, 12), InlineData(8, 10)]
    public void Sizes_follow_the_Poisson_law_up_to_the_longest(double load, int longest)
    {
        var spec = new SkillTextSpec(AnswerForm.Counted, TextSizes.Poisson, load, Ratio: 500, Skills: 64, longest);
        var language = SkillLanguage.Of(spec);
        var law = Enumerable.Range(0, longest + 1).Select(k => Math.Pow(load, k) * Math.Exp(-load) / Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * i)).ToArray();

        var empty = spec.Texts - language.Texts.Count;
        for (var size = 0; size <= longest; size++)
        {
            var (expected, found) = (spec.Texts * law[size] / law.Sum(), size == 0 ? empty : language.Texts.Count(text => text.Length == size));
            Assert.InRange(found, expected - (5 * Math.Sqrt(expected)) - 1, expected + (5 * Math.Sqrt(expected)) + 1);
        }
    }

    [Fact]
    public void Every_set_of_skills_of_a_size_is_as_likely()
    {
        var language = SkillLanguage.Of(new(AnswerForm.Counted, TextSizes.Fixed, 2, Ratio: 2500, Skills: 6, Longest: 2));

        var sets = language.Texts.GroupBy(text => (text[0], text[1])).ToList();

        Assert.Equal(15, sets.Count);
        Assert.All(sets, set => Assert.InRange(set.Count(), 850, 1150));
    }

    [Fact]
    public void No_training_text_names_a_held_out_pair_and_the_others_all_occur()
    {
        var language = SkillLanguage.Of(new(AnswerForm.Counted, TextSizes.Fixed, 4, Ratio: 100, Skills: 16, Longest: 4, HeldOut: 0.1));

        Assert.Equal(12, language.HeldOut.Count);
        var together = (from text in language.Texts from i in text from j in text where i < j select (i, j)).ToHashSet();
        Assert.Empty(together.Intersect(language.HeldOut.All));
        Assert.Equal(120 - 12, together.Count);
    }

    [Fact]
    public void A_counted_text_ends_in_the_number_of_ones_and_an_itemized_one_tells_each_bit()
    {
        int[] bits = [1, 0, 1, 1], order = [2, 0, 1];
        SkillLanguage Of(AnswerForm answer) => new("", answer, longest: 3, bits, [[0, 1, 2]], new([]));

        Assert.Equal("ĂĀā=2", Of(AnswerForm.Counted).Write(order));
        Assert.Equal("Ă1Ā1ā0", Of(AnswerForm.Itemized).Write(order));
    }

    [Theory, InlineData(AnswerForm.Counted, 6, "\n0123456=ĀāĂă"), InlineData(AnswerForm.Counted, 11, "\n0123456789=abĀāĂă"), InlineData(AnswerForm.Itemized, 6, "\n01ĀāĂă")]
    public void Tokens_ascend_with_the_characters(AnswerForm answer, int longest, string characters)
    {
        var alphabet = new SkillAlphabet(answer, skills: 4, longest);

        Assert.Equal(characters, alphabet.Characters);
        Assert.Equal(characters.IndexOf('ă'), alphabet.OfSkill(3));
        Assert.Equal(characters.IndexOf('='), alphabet.EqualToken);
        var largest = answer == AnswerForm.Counted ? longest : 1;
        Assert.All(Enumerable.Range(0, largest + 1), count => Assert.Equal(characters.IndexOf(SkillAlphabet.Count(count)), alphabet.OfCount(count)));
    }

    [Fact]
    public void Fresh_texts_are_no_training_texts_and_follow_the_same_law()
    {
        var spec = new SkillTextSpec(AnswerForm.Counted, TextSizes.Fixed, 2, Ratio: 3, Skills: 6, Longest: 2, HeldOut: 0.2);
        var language = SkillLanguage.Of(spec);
        var trained = language.Texts.Select(text => (text[0], text[1])).ToHashSet();
        var fresh = new FreshTexts(spec, language, seed: 9);

        var ofLaw = Enumerable.Range(0, 2000).Select(fresh.OfLaw).Select(text => (text[0], text[1])).ToList();
        var subsets = Enumerable.Range(0, 4000).Select(n => fresh.Subset(n, 2)).Select(text => (text[0], text[1])).ToList();

        Assert.InRange(trained.Count, 4, 11);
        var left = 15 - trained.Count;
        Assert.Equal(left - 3, ofLaw.Distinct().Count());
        Assert.Empty(ofLaw.Intersect(trained.Concat(language.HeldOut.All)));
        Assert.Equal(left, subsets.Distinct().Count());
        Assert.Empty(subsets.Intersect(trained));
        Assert.All(subsets.GroupBy(pair => pair), pair => Assert.InRange(pair.Count(), 0.8 * 4000 / left, 1.2 * 4000 / left));
    }

    [Fact]
    public void Where_every_text_is_a_training_text_there_is_no_fresh_one()
    {
        var spec = new SkillTextSpec(AnswerForm.Counted, TextSizes.Fixed, 2, Ratio: 100, Skills: 4, Longest: 2);
        var fresh = new FreshTexts(spec, SkillLanguage.Of(spec), seed: 1);

        Assert.Contains("no training text", Assert.Throws<InputException>(() => fresh.OfLaw(0)).Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => fresh.Subset(0, 2));
    }

    [Theory]
    [InlineData("Skills is 5")]
    [InlineData("Skills is 130")]
    [InlineData("Longest is 5")]
    [InlineData("Load is 0")]
    [InlineData("Load is 2.5")]
    [InlineData("Ratio is 0")]
    [InlineData("Ratio is NaN")]
    [InlineData("leaves no text")]
    [InlineData("HeldOut is 1")]
    [InlineData("Documents is 0")]
    [InlineData("Answer is 7")]
    public void What_is_out_of_range_is_named(string problem)
    {
        var good = new SkillTextSpec(AnswerForm.Counted, TextSizes.Poisson, 3, 2, Skills: 8, Longest: 4);
        var bad = problem switch
        {
            "Skills is 5" => good with { Skills = 5, Longest = 2 },
            "Skills is 130" => good with { Skills = 130 },
            "Longest is 5" => good with { Longest = 5 },
            "Load is 0" => good with { Load = 0 },
            "Load is 2.5" => good with { Load = 2.5, Sizes = TextSizes.Fixed },
            "Ratio is 0" => good with { Ratio = 0 },
            "Ratio is NaN" => good with { Ratio = double.NaN },
            "leaves no text" => good with { Ratio = 0.1 },
            "HeldOut is 1" => good with { HeldOut = 1 },
            "Documents is 0" => good with { Documents = 0 },
            _ => good with { Answer = (AnswerForm)7 },
        };

        var error = Assert.Throws<InputException>(bad.Validate);
        Assert.Contains(problem.StartsWith("Answer", StringComparison.Ordinal) ? "unknown" : problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Held_out_pairs_that_leave_hardly_any_text_are_refused()
    {
        var spec = new SkillTextSpec(AnswerForm.Counted, TextSizes.Fixed, 8, Ratio: 1, Skills: 16, Longest: 8, HeldOut: 0.9);

        Assert.Contains("held-out pair", Assert.Throws<InputException>(() => SkillLanguage.Of(spec)).Message, StringComparison.Ordinal);
    }
}
