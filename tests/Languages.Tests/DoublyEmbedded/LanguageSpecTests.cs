using Research.Jobs;
using Research.Languages.DoublyEmbedded;

namespace Research.Languages.Tests.DoublyEmbedded;

public sealed class LanguageSpecTests
{
    [Fact]
    public void A_name_tells_what_differs_from_the_papers_language()
    {
        Assert.Equal("released e=0.02", new LanguageSpec(Reading.Released, 0.02).ToString());
        Assert.Equal("ambiguous e=0", new LanguageSpec(Reading.Ambiguous, 0).ToString());
        Assert.Equal(
            "uniform start e=0.1 · 2x4 letters · 5 transitions · 500 messages · language seed 7",
            new LanguageSpec(Reading.UniformStart, 0.1, 2, 4, 5, 500, 7).ToString());
        Assert.Equal(
            "released e=0 · overlap 0.25 · 7 transitions",
            new LanguageSpec(Reading.Released, 0, Transitions: 7, Overlap: 0.25).ToString());
    }

    public static TheoryData<LanguageSpec, string> Nonsense => new()
    {
        { new(Reading.Released, -0.1), "Noise is -0.1" },
        { new(Reading.Released, double.NaN), "Noise is NaN" },
        { new(Reading.Released, double.PositiveInfinity), "Noise is Infinity" },
        { new(Reading.UniformStart, 0), "UniformStart has no noise" },
        { new((Reading)7, 0), "the reading 7 is unknown" },
        { new(Reading.Released, 0, Overlap: -0.1), "Overlap is -0.1" },
        { new(Reading.Released, 0, Overlap: 1.01), "Overlap is 1.01" },
        { new(Reading.Released, 0, Overlap: double.NaN), "Overlap is NaN" },
        { new(Reading.Released, 0, Intentions: 0), "Intentions is 0" },
        { new(Reading.Released, 0, LettersPerIntention: -3), "LettersPerIntention is -3" },
        { new(Reading.Released, 0, Transitions: 0), "Transitions is 0" },
        { new(Reading.Released, 0, Messages: 1), "Messages is 1" },
        { new(Reading.Released, 0, 70_000, 70_000), "70000 intentions of 70000 letters are 4900000000 letters" },
    };

    [Theory, MemberData(nameof(Nonsense))]
    public void Nonsense_is_refused_by_name(LanguageSpec spec, string what)
    {
        var exception = Assert.Throws<InputException>(spec.Validate);
        Assert.Equal(what, exception.What);
        Assert.Equal(spec.ToString(), exception.Where);
        Assert.Throws<InputException>(() => Language.Of(spec));
    }

    [Fact]
    public void Everything_else_is_a_language()
    {
        Language.Of(new(Reading.Ambiguous, 0, Intentions: 1, LettersPerIntention: 1, Transitions: 1, Messages: 2));
        Language.Of(new(Reading.UniformStart, 100, Intentions: 7, LettersPerIntention: 5));
        Language.Of(new(Reading.Released, 0, Intentions: 40, LettersPerIntention: 1, Seed: -1));
    }
}
