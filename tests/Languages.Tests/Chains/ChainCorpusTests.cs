using System.Security.Cryptography;
using System.Text;
using Research.Jobs;
using Research.Languages.Chains;
using Research.Tables;

namespace Research.Languages.Tests.Chains;

public sealed class ChainCorpusTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, InlineData(Topology.Line), InlineData(Topology.Tree), InlineData(Topology.Graph)]
    public void No_document_holds_a_held_out_pair_and_every_neighbor_is_told_often(Topology topology)
    {
        var spec = new ChainSpec(topology, Coverage: 0.5, Documents: 20_000);
        var language = ChainLanguage.Of(spec);
        var (world, told) = (language.World, new Dictionary<(char, char), int>());

        foreach (var document in ChainCorpusGenerator.Documents(spec, language))
        {
            var nodes = document.Text.Where(char.IsAsciiLetter).Distinct().Select(letter => letter - 'a').ToList();
            Assert.DoesNotContain(language.HeldOut, pair => nodes.Contains(pair.First) && nodes.Contains(pair.Second));
            for (var i = 3; i < document.Text.Length; i += 2)
                told[(document.Text[i - 2], document.Text[i])] = told.GetValueOrDefault((document.Text[i - 2], document.Text[i])) + 1;
        }

        for (var node = 0; node < world.Nodes; node++)
            Assert.All(world.Routes.Neighbors(node), next => Assert.True(told[(ChainAlphabet.Letter(node), ChainAlphabet.Letter(next))] > 200));
        Assert.All(language.Controls.SelectMany(pair => new[] { (pair.First, pair.Second), (pair.Second, pair.First) }), pair => Assert.True(
            told.GetValueOrDefault((ChainAlphabet.Letter(pair.Item1), ChainAlphabet.Letter(pair.Item2))) > 10));
    }

    [Fact]
    public void A_document_names_its_target_then_states_the_way_there()
    {
        var spec = SmallWorlds.Spec(Topology.Tree, coverage: 0.5);
        var language = ChainLanguage.Of(spec);
        List<Document> documents = [.. ChainCorpusGenerator.Documents(spec, language)];

        Assert.All(documents, document =>
        {
            Assert.Equal((document.Target, document.Target), ($"{document.Text[0]}", $"{document.Text[^2]}"));
            Assert.Equal(document.Condition, $"{document.Text[1]}");
            var (from, to) = (document.Text[1] - 'a', document.Text[0] - 'a');
            Assert.Equal(language.World.Routes.Distance(from, to), document.Steps);
            var stated = document.Text[1..].Where(char.IsAsciiLetter).Select(letter => letter - 'a').ToArray();
            if (document.HoldsSteps) Assert.Empty(stated.Except(language.World.Routes.Path(from, to)));
            else Assert.Equal([from, to], stated);
        });
        Assert.InRange(documents.Count(document => document.HoldsSteps), 900, 1100);
    }

    [Fact]
    public void Values_follow_the_joint_distribution_of_the_world()
    {
        var spec = SmallWorlds.Spec(Topology.Graph) with { Documents = 40_000 };
        var language = ChainLanguage.Of(spec);
        var slow = new WorldEnumeration(language.World);
        var counts = new Dictionary<(int, int), double[]>();
        foreach (var document in ChainCorpusGenerator.Documents(spec, language))
        {
            var text = document.Text;
            var key = (text[1] - 'a', text[^2] - 'a');
            if (!counts.TryGetValue(key, out var cells)) counts[key] = cells = new double[9];
            cells[(3 * (text[2] - '0')) + text[^1] - '0']++;
        }

        Assert.All(counts.Where(entry => entry.Value.Sum() > 500), entry =>
        {
            var chiSquare = Enumerable.Range(0, 9).Sum(i =>
            {
                var expected = entry.Value.Sum() * slow.Probability(new(entry.Key.Item1, i / 3), new(entry.Key.Item2, i % 3));
                return Math.Pow(entry.Value[i] - expected, 2) / expected;
            });
            Assert.InRange(chiSquare, 0, 8 + (6 * 4));
        });
    }

    [Fact]
    public void A_path_a_step_longer_is_rarer_by_the_locality()
    {
        var spec = new ChainSpec(Topology.Line, 1, Locality: 0.5, Documents: 20_000);
        var world = SmallWorlds.Of(Topology.Line, 12, 2);
        var language = new ChainLanguage("x", world, 1, 5, 0.5, [], []);

        var lengths = ChainCorpusGenerator.Documents(spec, language).CountBy(document => document.Steps).ToDictionary();

        for (var steps = 1; steps <= 5; steps++) Assert.InRange(lengths[steps] / (20_000 * Math.Pow(.5, steps) * 32 / 31), .85, 1.15);
    }

    [Fact]
    public void Languages_that_differ_in_coverage_tell_of_the_same_paths_and_values()
    {
        var (none, all) = (Texts(0), Texts(1));

        Assert.All(none.Zip(all), pair => Assert.Equal(pair.First, string.Concat(pair.Second[..3], pair.Second[^2..])));

        static List<string> Texts(double coverage)
        {
            var spec = SmallWorlds.Spec(Topology.Line, coverage);
            return [.. ChainCorpusGenerator.Documents(spec, ChainLanguage.Of(spec)).Select(document => document.Text)];
        }
    }

    [Theory, InlineData(Topology.Line), InlineData(Topology.Tree), InlineData(Topology.Graph)]
    public void A_corpus_reads_back_bit_for_bit(Topology topology)
    {
        var spec = SmallWorlds.Spec(topology, coverage: 1.0 / 3);
        var written = ChainLanguage.Of(spec);
        var corpus = Generate(spec);
        var read = corpus.Language;

        Assert.Equal(ChainCorpusGenerator.Documents(spec, written), corpus.Documents());
        Assert.Equal(
            (written.Name, written.Coverage, written.MostSteps, written.Locality, written.World.Nodes, written.World.Values),
            (read.Name, read.Coverage, read.MostSteps, read.Locality, read.World.Nodes, read.World.Values));
        Assert.Equal(written.HeldOut, read.HeldOut);
        Assert.Equal(written.Controls, read.Controls);
        for (var node = 0; node < written.World.Nodes; node++)
        {
            Assert.Equal(written.World.Parents(node), read.World.Parents(node));
            Assert.Equal(written.World.Table(node), read.World.Table(node));
        }
    }

    /// <summary>The text of record: if it changes, every result on the language does.</summary>
    [Theory]
    [InlineData(Topology.Line, "E7E875B59B5AC868"), InlineData(Topology.Tree, "BF34F1E64F609AA1"), InlineData(Topology.Graph, "E5C30DD2137C55BD")]
    public void The_corpus_is_the_one_of_record(Topology topology, string digest)
    {
        var spec = new ChainSpec(topology, 0.5, Documents: 1000);
        var text = string.Concat(ChainCorpusGenerator.Documents(spec, ChainLanguage.Of(spec)).Select(document => document.Text + "\n"));
        Assert.Equal(digest, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
    }

    [Fact]
    public void A_trainer_finds_split_and_text_by_name_and_all_characters()
    {
        var corpus = Generate(SmallWorlds.Spec(Topology.Line));

        List<TrainersRow> rows = [.. Parquet.Read<TrainersRow>(corpus.MessagesPath)];
        Assert.Equal((1800, 200), (rows.Count(row => row.Split == "train"), rows.Count(row => row.Split == "validation")));
        Assert.Equal(
            corpus.Language.Alphabet.Characters,
            string.Concat(rows.SelectMany(row => row.Text).Append('\n').Distinct().Order()));
    }

    [Theory]
    [InlineData("\"family\": \"chain world\"", "\"family\": \"other\"", "the family is 'other'")]
    [InlineData("\"parents\": \"a\"", "\"parents\": \"z\"", "Node b has parent 25")]
    [InlineData("\"parents\": \"b\"", "\"parents\": \"\"", "Node c has 9 probabilities, not 3")]
    [InlineData("\"most_steps\": 3", "\"most_steps\": 8", "No two nodes are 8 steps apart")]
    [InlineData("\"held_out\": \"", "\"held_out\": \"ab ", "The nodes of the pair ab are neighbors")]
    [InlineData("\"held_out\": \"", "\"held_out\": \"abc ", "a pair has two letters")]
    [InlineData("[0.", "[1.", "adds up to")]
    [InlineData("\"rows\"", "\"raws\"", "describes no chain language")]
    public void A_language_file_with_a_wrong_entry_is_refused(string right, string wrong, string what)
    {
        var file = Path.Combine(Path.GetDirectoryName(Generate(SmallWorlds.Spec(Topology.Line)).MessagesPath)!, "language.json");
        Assert.Contains(right, File.ReadAllText(file));
        File.WriteAllText(file, File.ReadAllText(file).Replace(right, wrong));

        var error = Assert.Throws<InputException>(() => ChainCorpus.Open(folder.FullPath).Language);

        Assert.Contains(what, error.What);
        Assert.Equal(file, error.Where);
    }

    [Fact]
    public void A_missing_language_is_named() =>
        Assert.Equal("there is no language", Assert.Throws<InputException>(() => ChainCorpus.Open(folder.File("none")).Language).What);

    private ChainCorpus Generate(ChainSpec spec)
    {
        var corpus = ChainCorpus.Open(folder.FullPath);
        ChainCorpusGenerator.Generate(spec, corpus, new JobContext());
        return corpus;
    }

    private sealed record TrainersRow(string Split, string Text);
}
