using Research.Learning.Data;

namespace Research.Learning.Tests.Data;

public class VocabularyTests
{
    [Fact]
    public void Newline_is_token_zero_and_the_others_follow_in_order()
    {
        var vocabulary = new Vocabulary("cab\tca\nb");
        Assert.Equal("\n\tabc", vocabulary.Characters);
        Assert.Equal([4, 2, 0], vocabulary.Encode("ca\n"));
        Assert.Equal("ca\n", vocabulary.Decode([4, 2, 0]));
        Assert.Throws<ArgumentException>(() => vocabulary.Encode("d"));
    }

    [Fact]
    public void Vocabularies_are_equal_when_their_characters_are()
    {
        Assert.Equal(new Vocabulary("ab"), new Vocabulary("bba\n"));
        Assert.NotEqual(new Vocabulary("ab"), new Vocabulary("ac"));
    }
}
