using System.Security.Cryptography;
using System.Text;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Tables;

namespace Research.Languages.Tests.DoublyEmbedded;

public sealed class CorpusTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_corpus_reads_back_as_it_was_generated()
    {
        var spec = new LanguageSpec(Reading.Ambiguous, 0.02, Messages: 1000);
        var corpus = Generate(spec);
        Message[] expected = [.. CorpusGenerator.Messages(spec, Language.Of(spec))];
        Assert.Equal(expected, corpus.Messages());
        Assert.Equal(Enumerable.Range(0, 1000), expected.Select(message => message.Index));
        Assert.All(expected, message => Assert.Equal(message.Index < 900 ? "train" : "validation", message.Split));
        Assert.All(expected, message => Assert.Equal(21, message.Text.Length));
    }

    [Theory, InlineData(Reading.Released, 0), InlineData(Reading.Ambiguous, 0.02)]
    [InlineData(Reading.UniformStart, 1.0 / 3)]
    public void The_language_file_keeps_every_bit(Reading reading, double noise)
    {
        var spec = new LanguageSpec(reading, noise, Messages: 2);
        var (written, read) = (Language.Of(spec), Generate(spec).Language);
        Assert.Equal((spec.ToString(), 6, 18, 20), (read.Name, read.Intentions, read.Letters, read.Transitions));
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(written.NextIntention(i), read.NextIntention(i));
            Assert.Equal(written.Start(i), read.Start(i));
            for (var s = 0; s < 18; s++) Assert.Equal(written.NextLetter(i, s), read.NextLetter(i, s));
        }
    }

    [Fact]
    public void The_same_specification_gives_the_same_files()
    {
        var spec = new LanguageSpec(Reading.Released, 0.04, Messages: 300);
        Generate(spec);
        var first = Directory.GetFiles(folder.FullPath).Order().Select(File.ReadAllBytes).ToArray();
        Generate(spec);
        Assert.Equal(first, Directory.GetFiles(folder.FullPath).Order().Select(File.ReadAllBytes));
        Assert.Equal(
            ["language.json", "messages.parquet"],
            Directory.GetFiles(folder.FullPath).Select(Path.GetFileName).Order());
    }

    /// <summary>The text of record: if it changes, every result on the language does.</summary>
    [Theory, InlineData(Reading.Released, "EB42FB8B31C43FDF"), InlineData(Reading.Ambiguous, "208CFBDF88C04C1A")]
    public void The_corpus_is_the_one_of_record(Reading reading, string digest)
    {
        var spec = new LanguageSpec(reading, 0.02, Messages: 1000);
        var text =
            string.Concat(CorpusGenerator.Messages(spec, Language.Of(spec)).Select(message => message.Text + "\n"));
        Assert.Equal(digest, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
    }

    [Fact]
    public void A_message_does_not_depend_on_how_many_there_are()
    {
        var spec = new LanguageSpec(Reading.Released, 0, Messages: 100);
        var language = Language.Of(spec);
        Assert.Equal(
            CorpusGenerator.Messages(spec, language).Select(message => message.Text),
            CorpusGenerator.Messages(spec with { Messages = 500 }, language).Take(100).Select(message => message.Text));
        Assert.NotEqual(
            CorpusGenerator.Messages(spec, language).Select(message => message.Text),
            CorpusGenerator.Messages(spec with { Seed = 1 }, language).Select(message => message.Text));
    }

    [Fact]
    public void Tokens_of_a_split_are_its_messages_each_with_a_newline()
    {
        var corpus = Generate(new(Reading.Released, 0, Messages: 50));
        var text = new StringBuilder();
        foreach (var message in corpus.Messages().Where(message => message.Split == Splits.Validation))
            text.Append(message.Text).Append('\n');
        Assert.Equal(text.ToString(), corpus.Language.Alphabet.Decode(corpus.Tokens(Splits.Validation)));
        Assert.Equal(5 * 22, corpus.Tokens(Splits.Validation).Length);
        Assert.Equal(45 * 22, corpus.Tokens(Splits.Train).Length);
    }

    [Fact]
    public void A_trainer_finds_split_and_text_by_name()
    {
        var corpus = Generate(new(Reading.Released, 0, Messages: 2));
        Assert.Equal(["train", "validation"], Parquet.Read<TrainersRow>(corpus.MessagesPath).Select(row => row.Split));
        Assert.All(Parquet.Read<TrainersRow>(corpus.MessagesPath), row => Assert.Equal(21, row.Text.Length));
    }

    [Fact]
    public void Messages_are_drawn_as_they_are_asked_for()
    {
        var spec = new LanguageSpec(Reading.Released, 0, Messages: int.MaxValue);
        Assert.Equal(2, CorpusGenerator.Messages(spec, Language.Of(spec)).Take(3).Last().Index);
    }

    /// <summary>
    /// Ten thousand messages: frequencies of intentions, their changes, first letters and transitions within four
    /// standard errors.
    /// </summary>
    [Theory, InlineData(Reading.Released), InlineData(Reading.Ambiguous), InlineData(Reading.UniformStart)]
    public void Messages_follow_the_matrices(Reading reading)
    {
        const int Messages = 10_000;
        var spec = new LanguageSpec(reading, 0.05, Messages: Messages);
        var language = Language.Of(spec);
        int[,] changes = new int[6, 6], starts = new int[6, 18];
        var transitions = new int[6, 18, 18];
        var previous = 0;
        foreach (var message in CorpusGenerator.Messages(spec, language))
        {
            var tokens = language.Alphabet.Encode(message.Text);
            changes[previous, message.Intention]++;
            previous = message.Intention;
            starts[message.Intention, tokens[0] - 1]++;
            for (var i = 1; i < tokens.Length; i++) transitions[message.Intention, tokens[i - 1] - 1, tokens[i] - 1]++;
        }

        for (var i = 0; i < 6; i++)
        {
            AssertFrequencies(language.NextIntention(i), j => changes[i, j]);
            AssertFrequencies(language.Start(i), s => starts[i, s]);
            for (var s = 0; s < 18; s++) AssertFrequencies(language.NextLetter(i, s), t => transitions[i, s, t]);
        }

        static void AssertFrequencies(ReadOnlySpan<double> probabilities, Func<int, int> count)
        {
            double total = 0, chiSquare = 0, freedom = -1;
            for (var j = 0; j < probabilities.Length; j++) total += count(j);
            for (var j = 0; j < probabilities.Length; j++)
            {
                if (probabilities[j] == 0)
                {
                    Assert.Equal(0, count(j));
                    continue;
                }

                chiSquare += Math.Pow(count(j) - total * probabilities[j], 2) / (total * probabilities[j]);
                freedom++;
            }

            Assert.InRange(chiSquare, 0, freedom + 6 * Math.Sqrt(2 * freedom) + 4);
        }
    }

    [Fact]
    public void Generating_reports_progress_and_stops_when_asked()
    {
        var spec = new LanguageSpec(Reading.Released, 0, Messages: 10_000);
        using var stop = new CancellationTokenSource();
        var reports = new List<JobProgress>();
        var job = new JobContext { Cancellation = stop.Token, Progress = new Recorder(reports, () => stop.Cancel()) };
        Assert.Throws<OperationCanceledException>(
            () => CorpusGenerator.Generate(spec, Corpus.Open(folder.FullPath), job));
        Assert.Equal(new JobProgress(0, 10_000, "messages"), Assert.Single(reports));
        Assert.False(File.Exists(folder.File("messages.parquet")));
    }

    [Theory]
    [InlineData("", "describes no language"), InlineData("{", "describes no language")]
    [InlineData("[]", "describes no language")]
    [InlineData("{\"family\": \"other\"}", "the family is 'other'")]
    [InlineData("{\"family\": 7}", "describes no language")]
    public void A_damaged_language_file_is_refused(string content, string what)
    {
        File.WriteAllText(folder.File("language.json"), content);
        var exception = Assert.Throws<InputException>(() => Corpus.Open(folder.FullPath).Language);
        Assert.Contains(what, exception.What);
        Assert.Equal(folder.File("language.json"), exception.Where);
    }

    [Theory]
    [InlineData("\"transitions\": 20", "\"transitions\": -1")]
    [InlineData("\"transitions\": 20", "\"transitions\": \"x\"")]
    [InlineData("[0.5, 0.5, 0, 0, 0, 0]", "[0.5, 0.5, 0, 0, 0]")]
    [InlineData("[0.5, 0.5, 0, 0, 0, 0]", "[0.5, 0.6, 0, 0, 0, 0]")]
    [InlineData("\"first_letter\"", "\"first_latter\"")]
    public void A_language_file_with_a_wrong_entry_is_refused(string right, string wrong)
    {
        Generate(new(Reading.Released, 0, Messages: 2));
        var file = folder.File("language.json");
        Assert.Contains(right, File.ReadAllText(file));
        File.WriteAllText(file, File.ReadAllText(file).Replace(right, wrong));
        Assert.Throws<InputException>(() => Corpus.Open(folder.FullPath).Language);
    }

    [Fact]
    public void A_missing_corpus_and_foreign_characters_are_named()
    {
        Assert.Contains(
            "there is no language", Assert.Throws<InputException>(() => Corpus.Open(folder.FullPath).Language).What);
        Assert.Throws<InputException>(() => Corpus.Open(folder.FullPath).Messages().Any());
        var corpus = Generate(new(Reading.Released, 0, Messages: 2));
        var text = new string('a', 21);
        Parquet.Write(corpus.MessagesPath, [
            new Message(0, 0, Splits.Train, text), new Message(1, 0, Splits.Train, text[1..] + 'Z'),
            new Message(2, 0, Splits.Validation, "abc")]);
        Assert.Contains(
            "message 1 has a character", Assert.Throws<InputException>(() => corpus.Tokens(Splits.Train)).What);
        Assert.Contains(
            "message 2 has 3 letters, not 21",
            Assert.Throws<InputException>(() => corpus.Tokens(Splits.Validation)).What);
    }

    private Corpus Generate(LanguageSpec spec)
    {
        CorpusGenerator.Generate(spec, Corpus.Open(folder.FullPath), new JobContext());
        return Corpus.Open(folder.FullPath);
    }

    private sealed record TrainersRow(string Split, string Text);

    private sealed class Recorder(List<JobProgress> reports, Action then) : IProgress<JobProgress>
    {
        public void Report(JobProgress value)
        {
            reports.Add(value);
            then();
        }
    }
}
