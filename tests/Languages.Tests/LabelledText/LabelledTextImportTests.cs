using Research.Jobs;
using Research.Languages.LabelledText;

namespace Research.Languages.Tests.LabelledText;

public sealed class LabelledTextImportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter log = new() { NewLine = "\n" };

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_fifth_of_the_different_texts_of_each_label_is_held_out_the_same_ones_in_any_order()
    {
        var rows = Texts("a", 100).Concat(Texts("b", 40)).ToList();

        var (corpus, backwards) = (Import(rows), Import(Enumerable.Reverse(rows)));

        Assert.Equal([new("a", 80, 20), new("b", 32, 8)], corpus.Labels());
        Assert.Equal(rows.Count, corpus.Texts().Count());
        Assert.Equal(HeldOut(corpus).Order(), HeldOut(backwards).Order());
        Assert.Equal(new ImportCount(140, 0, 0, 0, 0, 0), corpus.Import);
        Assert.Equal("140 of 140 texts imported\n140 of 140 texts imported\n", log.ToString());
    }

    [Fact]
    public void Rows_without_label_or_text_are_dropped_and_counted()
    {
        var corpus = Import([.. Texts("a", 30), .. Texts("b", 30), "  ,text", "a,", "a,\"   \"", ","]);

        Assert.Equal(new ImportCount(64, 4, 0, 0, 0, 0), corpus.Import);
        Assert.Contains("dropped: 4 rows without label or text", log.ToString(), StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 60).Select(row => (long)row), corpus.Texts().Select(text => text.Row));
    }

    [Fact]
    public void Labels_with_too_few_different_texts_are_dropped_and_counted()
    {
        var corpus = Import([.. Texts("a", 20), .. Texts("b", 20), .. Texts("c", 19), "c,c 0"]);

        Assert.Equal(["a", "b"], corpus.Labels().Select(label => label.Label));
        Assert.Equal(new ImportCount(60, 0, 20, 1, 1, 0), corpus.Import);
        Assert.Contains("dropped: 20 rows of 1 labels with fewer than 20 different texts", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_texts_are_kept_on_one_side_and_contradictions_counted()
    {
        List<string> rows = [.. Texts("a", 60), .. Texts("b", 60)];
        rows.AddRange(Enumerable.Range(0, 60).Select(i => $"b,a {i}"));
        rows.Add("a,a 7");

        var corpus = Import(rows);

        Assert.Equal(new ImportCount(181, 0, 0, 0, 61, 60), corpus.Import);
        Assert.All(corpus.Texts().GroupBy(text => text.Text), same => Assert.Single(same.Select(text => text.Split).Distinct()));
        Assert.Contains("kept: 60 texts that carry more than one label", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_stay_as_they_are_unless_lower_case_is_asked_for()
    {
        List<string> rows = [.. Texts("a", 20), .. Texts("b", 20), " a , ÀB e\u0301 \u00E9 "];

        Assert.Equal(("a", " ÀB e\u0301 \u00E9 "), Last(Import(rows)));
        Assert.Equal(("a", " àb e\u0301 \u00E9 "), Last(Import(rows, new(LowerCase: true))));

        static (string, string) Last(LabelledCorpus corpus) => corpus.Texts().Select(text => (text.Label, text.Text)).Last();
    }

    [Fact]
    public void A_single_class_is_told() => AssertFails("all texts have the same label, 'a'", Texts("a", 50));

    [Fact]
    public void Too_few_texts_are_told_with_their_numbers() => AssertFails(
        "1 of 3 labels have at least 20 different texts ('a' has 20, 'b' has 19, 'c' has 1)",
        Texts("a", 20).Concat(Texts("b", 19)).Concat(Enumerable.Repeat("c,again", 30)));

    [Fact]
    public void A_table_that_lacks_most_texts_is_told()
    {
        Assert.Equal(40, Import([.. Texts("a", 20), .. Texts("b", 20), .. Enumerable.Repeat("a,", 40)]).Import.Kept());
        AssertFails("41 of 81 rows have no label or no text", [.. Texts("a", 20), .. Texts("b", 20), .. Enumerable.Repeat("a,", 41)]);
    }

    [Fact]
    public void A_header_alone_is_told() => AssertFails("the table has no rows", []);

    [Fact]
    public void A_missing_column_is_told()
    {
        var error = Assert.Throws<InputException>(() => Import(Texts("a", 20), header: "label,txt"));

        Assert.Equal("there is no column 'text'; the columns are 'label', 'txt'", error.What);
    }

    private static IEnumerable<string> Texts(string label, int count) => Enumerable.Range(0, count).Select(i => $"{label},{label} {i}");

    private static IEnumerable<string> HeldOut(LabelledCorpus corpus) =>
        corpus.Texts().Where(text => text.Split == Splits.Validation).Select(text => text.Text);

    private void AssertFails(string what, IEnumerable<string> rows)
    {
        var error = Assert.Throws<InputException>(() => Import(rows));

        Assert.Equal((what, folder.File("texts.csv")), (error.What, error.Where));
    }

    private LabelledCorpus Import(IEnumerable<string> rows, LabelledTextSpec? spec = null, string header = "label,text")
    {
        var path = folder.File("texts.csv");
        File.WriteAllLines(path, rows.Prepend(header));
        var corpus = LabelledCorpus.Open(Directory.CreateDirectory(folder.File($"{Guid.NewGuid()}")).FullName);
        LabelledTextImport.Import(spec ?? new(LowerCase: false), new FileInfo(path), corpus, new JobContext { Log = log });
        return corpus;
    }
}
