using Research.Evaluation.Natural;
using Research.Jobs;
using Research.Languages.LabelledText;
using Research.Numerics;
using Research.Reporting.Claims;
using Research.Reporting.Claims.Latent;
using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Evaluation.Tests.Natural;

/// <summary>From a user's file to the verdict.</summary>
public sealed class NaturalTests : IDisposable
{
    private static readonly LabelledTextSpec Spec = new(LowerCase: false);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Languages_with_letters_of_their_own_are_clear_at_once()
    {
        var (rows, corpus) = Measure(texts: 400, letters: 10, shared: 0);

        Assert.Equal([1, 2, 4, 8, 16], rows.Select(row => row.Length).Distinct());
        Assert.Equal(80, rows.Count(row => row.Length == 16));
        Assert.All(rows.Where(row => row.Length >= 2), row => Assert.True(row.IsCorrect));
        Assert.All(rows, row => Assert.Equal(row.IsCorrect, row.Epsilon <= 0.5));
        Assert.All(rows, row => Assert.Equal(1 - row.Peak, row.Epsilon, 1e-9));
        Assert.All(rows.Where(row => row.Length == 16), row => Assert.InRange(row.Epsilon, 0, 1e-6));
        Assert.Equal(VerdictKind.Holds, Judge(rows, corpus).Kind);
    }

    [Fact]
    public void Labels_that_say_nothing_about_the_text_fail()
    {
        var (rows, corpus) = Measure(texts: 2000, letters: 40, shared: 1);

        Assert.Equal(VerdictKind.Fails, Judge(rows, corpus).Kind);
        Assert.InRange(rows.Average(row => row.Epsilon), 0.45, 0.55);
    }

    [Fact]
    public void No_more_texts_are_read_than_asked_for_and_they_spread_over_the_file()
    {
        var rows = Measure(texts: 1000, letters: 5, shared: 0.5, most: 50).Rows;

        var texts = rows.Select(row => row.Text).Distinct().ToList();
        Assert.Equal(50, texts.Count);
        Assert.InRange(texts.Average(), 400, 600);
    }

    [Fact]
    public void Nothing_beyond_the_longest_length_is_read()
        => Assert.Equal([1, 2, 4], Measure(texts: 100, letters: 30, shared: 0.5, longest: 4).Rows.Select(row => row.Length).Distinct());

    [Fact]
    public void The_summary_says_means_shares_and_calibration_by_length()
    {
        var corpus = Measure(texts: 100, letters: 4, shared: 0.5).Corpus;
        List<NaturalRow> rows =
        [
            .. Enumerable.Range(0, 10).Select(i => new NaturalRow(i, "a", 1, 2, 0.6, 0.6, i < 4, 0.7)),
            .. Enumerable.Range(0, 10).Select(i => new NaturalRow(i, "a", 16, 2, 0.2, i < 5 ? 0.995 : 0.8, i is < 4 or 9, 0.3)),
        ];

        var numbers = Summarize(rows, corpus).ToDictionary(number => number.Id);

        Assert.Equal((0.6, 0.2, 0.7), (Value("epsilon.001"), Value("epsilon.016"), Value("entropy.001")));
        Assert.Equal((0.0, 0.5, 0.4, 0.5), (Value("peaked.001"), Value("peaked.016"), Value("accuracy.001"), Value("accuracy.016")));
        Assert.Equal((0.8, 5), (Value("peaked-accuracy"), numbers["x.peaked-accuracy"].N));
        Assert.Equal(0.8975 - 0.5, Value("overconfidence"), 1e-12);
        Assert.Equal((-1.0, 0.5), (Value("trend"), Value("trend-p")));
        Assert.Equal((2.0, 2.0, 80.0, 0.0), (Value("order"), Value("labels"), Value("training-texts"), Value("dropped-rare")));

        double Value(string name) => Math.Round(numbers[$"x.{name}"].Value, 12);
    }

    private Verdict Judge(List<NaturalRow> rows, LabelledCorpus corpus) =>
        JudgedClaim.From(new LatentNatural(), new NumberSet(Summarize(rows, corpus, "latent.natural"))).Verdict;

    private List<Number> Summarize(List<NaturalRow> rows, LabelledCorpus corpus, string experiment = "x")
    {
        var (natural, output) = (new Table<NaturalRow>(folder.Create()), new Table<Number>(folder.Create()));
        natural.Write(rows);
        NaturalSummary.Summarize(new(experiment), natural, corpus, output, new JobContext());
        return [.. output.Read()];
    }

    /// <summary>Two labels whose texts draw each letter from abcd, with a probability, or else from four letters of their own.</summary>
    private (List<NaturalRow> Rows, LabelledCorpus Corpus) Measure(int texts, int letters, double shared, int most = 1000, int longest = 256)
    {
        var draws = new PhiloxStream(new Philox(1, "texts"));
        var lines = new List<string> { "label,text" };
        for (var n = 0; n < texts; n++)
        {
            var (label, text) = (n % 2, "");
            for (var i = 0; i < letters; i++)
                text += (char)((draws.UniformDouble() < shared ? 'a' : label == 0 ? 'k' : 't') + draws.Below(4));
            lines.Add($"{label},{text}");
        }

        var file = Path.Combine(folder.Create(), "texts.csv");
        File.WriteAllLines(file, lines);
        var corpus = LabelledCorpus.Open(folder.Create());
        LabelledTextImport.Import(Spec, new FileInfo(file), corpus, new JobContext());
        var output = new Table<NaturalRow>(folder.Create());
        NaturalMeasurement.Measure(new(Spec, 3, most, longest), corpus, output, new JobContext());
        return ([.. output.Read()], corpus);
    }
}
