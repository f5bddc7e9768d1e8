using System.Security.Cryptography;
using System.Text;
using Research.Jobs;
using Research.Languages.Ginc;
using Research.Tables;

namespace Research.Languages.Tests.Ginc;

public sealed class GincCorpusTests : IDisposable
{
    private static readonly GincSpec Small = new(Documents: 400, DocumentLength: 100);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_corpus_reads_back_as_it_was_generated()
    {
        var corpus = Generate();
        Assert.Equal(GincCorpusGenerator.Segments(Small, GincLanguage.Of(Small)), corpus.Segments());
    }

    [Fact]
    public void Documents_have_one_concept_and_one_split_and_geometric_lengths()
    {
        GincSegment[] segments = [.. Generate().Segments()];
        Assert.Equal(Enumerable.Range(0, segments.Length), segments.Select(segment => segment.Index));
        Assert.Contains(segments, segment => segment.Text.Length == 0);
        var documents = segments.GroupBy(segment => segment.Document).ToList();
        Assert.Equal(Enumerable.Range(0, 400), documents.Select(document => document.Key));
        Assert.All(documents, document => Assert.Single(document.Select(segment => segment.Concept).Distinct()));
        Assert.All(
            documents, document => Assert.Equal([document.Key < 360 ? "train" : "validation"], document.Select(row => row.Split).Distinct()));
        Assert.Equal([0, 1, 2, 3, 4], segments.Select(segment => segment.Concept).Distinct().Order());
        Assert.All(documents.CountBy(document => document.First().Concept), count => Assert.InRange(count.Value, 50, 110));
        // Without the end's own delimiter; the standard deviation of a geometric mean of 400 is 5.
        double[] lengths = [.. documents.Select(document => document.Sum(segment => segment.Text.Length + 1.0) - 1)];
        Assert.InRange(lengths.Average(), 80, 120);
        Assert.InRange(lengths.Count(length => length > 100) / 400.0, 0.3, 0.44);
    }

    [Fact]
    public void Pairs_of_letters_are_as_frequent_as_the_matrices_say()
    {
        var spec = new GincSpec(Documents: 100, DocumentLength: 2000, Concepts: 2, UnseenConcepts: 1);
        var language = GincLanguage.Of(spec);
        var segments = GincCorpusGenerator.Segments(spec, language).Where(segment => segment.Concept == 1).ToList();
        var pairs = segments.SelectMany(segment => segment.Text.Zip(segment.Text.Skip(1))).CountBy(pair => pair).ToDictionary();
        var all = segments.Sum(segment => segment.Text.Length + 1.0);
        foreach (var (pair, count) in pairs.Where(pair => pair.Value > 200))
        {
            // Both chains are doubly stochastic, so every state is as frequent.
            var expected = 0.0;
            foreach (var a in language.StatesOf(language.Alphabet.TokenOf(pair.First)))
                foreach (var b in language.StatesOf(language.Alphabet.TokenOf(pair.Second)))
                    expected += language.NextValue(a / 10, b / 10) * language.NextSlot(1, a % 10, b % 10) / 100;
            Assert.InRange(count / all, 0.6 * expected, 1.5 * expected);
        }

        Assert.True(pairs.Count(pair => pair.Value > 200) > 50);
    }

    [Fact]
    public void The_language_lies_beside_the_text()
    {
        Generate();
        var language = GincLanguage.Of(Small);
        var memory = Parquet.Read<MemoryRow>(Path.Combine(folder.FullPath, "memory.parquet")).ToList();
        var transitions = Parquet.Read<TransitionRow>(Path.Combine(folder.FullPath, "transitions.parquet")).ToList();
        Assert.Equal(Enumerable.Range(0, 100).Select(language.TokenOf), memory.Select(row => row.Token));
        Assert.All(memory, row => Assert.Equal(row.Token == 0 ? "" : $"{language.Alphabet.Characters[row.Token]}", row.Letter));
        Assert.All(
            transitions.GroupBy(row => (row.Chain, row.Concept, row.From)), row => Assert.Equal(1, row.Sum(to => to.Probability), 1e-12));
        Assert.Equal(110, transitions.DistinctBy(row => (row.Chain, row.Concept, row.From)).Count());
    }

    /// <summary>The text of record: if it changes, every result on the language does.</summary>
    [Fact]
    public void The_corpus_is_the_one_of_record()
    {
        var text = string.Concat(GincCorpusGenerator.Segments(Small, GincLanguage.Of(Small)).Select(row => $"{row.Concept} {row.Text}\n"));
        Assert.Equal("8ED543F1F4121681", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
    }

    private GincCorpus Generate()
    {
        var corpus = GincCorpus.Open(folder.FullPath);
        GincCorpusGenerator.Generate(Small, corpus, new JobContext());
        return corpus;
    }
}
