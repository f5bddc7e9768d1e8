using Research.Jobs;
using Research.Tables.Supplied;

namespace Research.Languages.LabelledText;

/// <summary>Imports a user's labelled text: the job of the import stage. The file is read twice and never held.</summary>
public static class LabelledTextImport
{
    private const string LabelColumn = "label";
    private const string TextColumn = "text";
    private const int ReportEvery = 4096;

    /// <summary>Checks a file, splits its texts and writes them as a corpus.</summary>
    /// <param name="item">How to import.</param>
    /// <param name="file">CSV or Parquet with the columns <c>label</c> and <c>text</c>.</param>
    /// <param name="output">Receives the corpus.</param>
    /// <param name="job">Progress, cancellation, and the log that says what was dropped.</param>
    /// <exception cref="InputException">
    /// The file is empty, not UTF-8, no table or without the columns; more than half of its rows lack label or text; or fewer than two
    /// labels have enough different texts.
    /// </exception>
    public static void Import(LabelledTextSpec item, FileInfo file, LabelledCorpus output, JobContext job)
    {
        var table = SuppliedTable.Open(file.FullName);
        var (label, text) = (table.Column(LabelColumn), table.Column(TextColumn));
        var census = new TextCensus();
        var (rows, missing) = (0L, 0L);
        foreach (var row in Rows())
        {
            rows = row.Number;
            if (rows % ReportEvery == 0) job.Report(rows, rows, "rows");
            if (row.IsWhole) census.Add(row.Label, row.Text);
            else missing++;
        }

        CheckMissing(rows, missing, file);
        var distinct = census.HoldOut(item.HeldOut);
        var kept = KeptLabels(item, census, distinct, file);
        var rare = census.Rows.Where(entry => !kept.ContainsKey(entry.Key)).ToList();
        var import = new ImportCount(
            rows, missing, rare.Aggregate(0L, (sum, entry) => sum + entry.Value), rare.Count, census.Repeated, census.Contradicted);
        output.Write(Kept(), () => kept.Select(entry => new LabelCount(entry.Key, entry.Value.Train, entry.Value.Validation)), import);
        Tell(item, import, job);

        IEnumerable<Row> Rows() => table.Read(label, text).Select((cells, index) => Row.Of(index + 1, cells, item.LowerCase));

        IEnumerable<LabelledText> Kept()
        {
            foreach (var row in Rows())
            {
                if (row.Number % ReportEvery == 0) job.Report(row.Number, rows, "rows");
                if (!row.IsWhole || !kept.TryGetValue(row.Label, out var count)) continue;
                var split = census.SplitOf(row.Text);
                kept[row.Label] = split == Splits.Train ? count with { Train = count.Train + 1 } : count with { Validation = count.Validation + 1 };
                yield return new(row.Number, split, row.Label, row.Text);
            }
        }
    }

    private static void CheckMissing(long rows, long missing, FileInfo file)
    {
        if (rows == 0) throw new InputException("the table has no rows", file.FullName, "Give a row for each text.");
        if (2 * missing > rows)
        {
            throw new InputException(
                $"{missing} of {rows} rows have no label or no text", file.FullName,
                "Fill them in or remove them; up to half of the rows may lack one and are dropped.");
        }
    }

    private static SortedDictionary<string, (long Train, long Validation)> KeptLabels(
        LabelledTextSpec item, TextCensus census, IReadOnlyDictionary<string, int> distinct, FileInfo file)
    {
        const int Shown = 10;
        var kept = distinct.Where(entry => entry.Value >= item.LeastTexts).Select(entry => entry.Key).ToList();
        if (kept.Count >= 2) return new(kept.ToDictionary(label => label, _ => (0L, 0L)), StringComparer.Ordinal);
        var labels = census.Rows.Keys.Order(StringComparer.Ordinal).ToList();
        var counts = string.Join(", ", labels.Take(Shown).Select(label => $"'{label}' has {distinct.GetValueOrDefault(label)}"));
        throw new InputException(
            labels.Count == 1
                ? $"all texts have the same label, '{labels[0]}'"
                : $"{kept.Count} of {labels.Count} labels have at least {item.LeastTexts} different texts ({counts}{(labels.Count > Shown ? ", ..." : "")})",
            file.FullName, $"Give at least two labels with at least {item.LeastTexts} different texts each.");
    }

    private static void Tell(LabelledTextSpec item, ImportCount import, JobContext job)
    {
        job.Log.WriteLine($"{import.Kept()} of {import.Rows} texts imported");
        if (import.Missing > 0) job.Log.WriteLine($"dropped: {import.Missing} rows without label or text");
        if (import.Rare > 0)
            job.Log.WriteLine($"dropped: {import.Rare} rows of {import.RareLabels} labels with fewer than {item.LeastTexts} different texts");
        if (import.Repeated > 0) job.Log.WriteLine($"kept: {import.Repeated} rows whose text stands in an earlier row too");
        if (import.Contradicted > 0) job.Log.WriteLine($"kept: {import.Contradicted} texts that carry more than one label");
    }

    private readonly record struct Row(long Number, string Label, string Text)
    {
        public bool IsWhole => Label.Length > 0 && !string.IsNullOrWhiteSpace(Text);

        public static Row Of(long number, string?[] cells, bool lowerCase)
        {
            var text = cells[1] ?? "";
            return new(number, cells[0]?.Trim() ?? "", lowerCase ? text.ToLowerInvariant() : text);
        }
    }
}
