using Research.Jobs;
using Research.Learning.Data;
using Research.Tables;

namespace Research.Learning.Tests;

public sealed class TokenTextTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private sealed record Message(int Index, string Intention, string Split, string Text);

    private sealed record Textless(string Split);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Messages_of_each_split_become_one_stream_with_newlines()
    {
        var text = Corpus(new(0, "x", "train", "cab"), new(1, "y", "validation", "d"), new(2, "x", "train", ""), new(3, "x", "train", "b"));
        Assert.Equal("\nabcd", text.Vocabulary.Characters);
        Assert.Equal("cab\n\nb\n", Decode(text.Vocabulary, text.Train));
        Assert.Equal("d\n", Decode(text.Vocabulary, text.Validation));
    }

    [Fact]
    public void An_unknown_split_is_refused() =>
        Assert.Contains("split 'test'", Assert.Throws<InputException>(() => Corpus(new Message(0, "x", "test", "a")).Train).What);

    [Fact]
    public void Characters_that_need_two_code_units_are_refused() =>
        Assert.Contains("beyond U+FFFF", Assert.Throws<InputException>(() => Corpus(new Message(0, "x", "train", "a😀")).Train).What);

    [Fact]
    public void A_missing_table_or_column_is_refused()
    {
        Assert.Throws<InputException>(() => TokenText.Open(folder.Path).Train);
        Parquet.Write(folder["messages.parquet"], [new Textless("train")]);
        Assert.Contains("text", Assert.Throws<InputException>(() => TokenText.Open(folder.Path).Train).What);
    }

    private static string Decode(Vocabulary vocabulary, TokenSequence tokens)
    {
        var copy = new int[tokens.Length];
        tokens.CopyTo(0, copy);
        return vocabulary.Decode(copy);
    }

    private TokenText Corpus(params Message[] messages)
    {
        Parquet.Write(folder["messages.parquet"], messages);
        return TokenText.Open(folder.Path);
    }
}
