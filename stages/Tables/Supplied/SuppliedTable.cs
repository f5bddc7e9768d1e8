using Research.Jobs;
using Research.Tables.Native;

namespace Research.Tables.Supplied;

/// <summary>
/// A table that a user supplies, as Parquet or as CSV (UTF-8, a header, any delimiter that DuckDB finds, newlines within quotes), which
/// may be compressed by gzip. The content says which it is, not the file's name, so that the same bytes mean the same under any name.
/// </summary>
public sealed class SuppliedTable
{
    private const string CsvRemedy = "Save the table as CSV in UTF-8 with a header, or as Parquet.";

    private readonly string _scan;

    private SuppliedTable(string path, string scan, IReadOnlyList<string> columns) => (FilePath, _scan, Columns) = (path, scan, columns);

    /// <summary>Full path of the file.</summary>
    public string FilePath { get; }

    /// <summary>Names of its columns, as they stand there.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Finds out the format and the columns; a CSV file is read once for that, to see that it is UTF-8.</summary>
    /// <exception cref="InputException">It is missing, empty, not UTF-8 (the message says where), or neither format.</exception>
    public static SuppliedTable Open(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            var format = FormatOf(full);
            if (format != Format.Parquet) Utf8File.Check(full, format == Format.ZippedCsv);
            var scan = format == Format.Parquet ? Parquet.Scan(Escaped(full)) : Csv(full, format == Format.ZippedCsv);
            using var connection = Database.Connect();
            using var all = connection.Prepare($"SELECT * FROM {scan}");
            List<string> columns = [.. all.Columns.Select(column => column.Name)];
            if (format != Format.Parquet && columns is [var only]) RefuseRagged(connection, full, format == Format.ZippedCsv, only);
            return new SuppliedTable(full, scan, columns);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InputException($"the file cannot be read ({exception.Message})", full, "Check its path and its permissions.", exception);
        }
        catch (DuckDbException exception)
        {
            throw Unreadable(full, exception);
        }
    }

    /// <summary>A column's name as it stands in the file; upper and lower case, and blanks around it, count for nothing.</summary>
    /// <exception cref="InputException">There is none; the message lists the columns and names the nearest.</exception>
    public string Column(string name) =>
        Columns.FirstOrDefault(column => string.Equals(column.Trim(), name, StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException(
            $"there is no column '{name}'; the columns are {string.Join(", ", Columns.Select(column => $"'{column}'"))}", FilePath,
            NearestName.Of(name, Columns) is [var nearest, ..]
                ? $"Rename '{nearest}' to '{name}', if that is meant."
                : $"Give the file a header with the column '{name}'.");

    /// <summary>Some columns as texts, null where a cell has no value; the rows stream in the order of the file.</summary>
    /// <param name="columns">Names as <see cref="Column"/> returns them.</param>
    /// <exception cref="InputException">Thrown while enumerating: a row is malformed, or a text is no UTF-8.</exception>
    public IEnumerable<string?[]> Read(params IReadOnlyList<string> columns) => Select(columns.Select(Connection.Identifier));

    /// <summary>
    /// As <see cref="Read(IReadOnlyList{string})"/>, with one more cell a row: whether a condition holds, <c>true</c> or <c>false</c>.
    /// </summary>
    /// <param name="columns">Names as <see cref="Column"/> returns them.</param>
    /// <param name="condition">A condition on the columns in SQL; the cells of a CSV file are texts.</param>
    /// <param name="option">Where the user gave it, for messages.</param>
    /// <exception cref="InputException">Thrown while enumerating: the condition is wrong, or a row is malformed.</exception>
    public IEnumerable<string?[]> Read(IReadOnlyList<string> columns, string condition, string option)
    {
        // By itself first, so that what is wrong with the condition is not taken for a damaged file.
        using (var connection = Database.Connect())
        {
            try
            {
                connection.Prepare($"SELECT 1 FROM {_scan} WHERE ({condition}\n)").Dispose();
            }
            catch (DuckDbException exception)
            {
                throw new InputException(
                    $"'{condition}' is no condition on the table ({exception.OneLine})", option,
                    $"Correct it; the columns are {string.Join(", ", Columns.Select(column => $"'{column}'"))}.", exception);
            }
        }

        return Select([.. columns.Select(Connection.Identifier), $"coalesce(({condition}\n), false)"]);
    }

    private IEnumerable<string?[]> Select(IEnumerable<string> expressions)
    {
        var texts = expressions.Select(expression => $"CAST({expression} AS VARCHAR)").ToList();
        using var connection = Database.Connect();
        using var statement = Guarded(() => connection.Prepare($"SELECT {string.Join(", ", texts)} FROM {_scan}"));
        using var chunks = statement.Chunks().GetEnumerator();
        while (Guarded(chunks.MoveNext))
        {
            var chunk = chunks.Current;
            var vectors = texts.Select((_, i) => chunk.Column(i)).ToArray();
            var count = chunk.Count;
            for (var row = 0; row < count; row++)
            {
                var at = row;
                yield return Array.ConvertAll(vectors, vector => vector.IsNull(at) ? null : vector.Text(at));
            }
        }
    }

    private enum Format
    {
        Csv,
        ZippedCsv,
        Parquet,
    }

    private static string Csv(string path, bool isZipped) =>
        $"read_csv({Connection.Literal(Escaped(path))}, header = true, all_varchar = true, skip = 0, "
        + $"compression = '{(isZipped ? "gzip" : "none")}', hive_partitioning = false)";

    // Where rows differ in width, DuckDB finds no delimiter and takes each line for one cell. With the header's delimiter it names the line.
    private static void RefuseRagged(Connection connection, string path, bool isZipped, string header)
    {
        if (header.IndexOfAny([',', ';', '\t', '|']) is >= 0 and var at)
        {
            var columns = header.Split(header[at]).Select((_, i) => $"'c{i}': 'VARCHAR'");
            using var statement = connection.Prepare(
                $"SELECT * FROM {Csv(path, isZipped)[..^1]}, auto_detect = false, delim = {Connection.Literal($"{header[at]}")}, quote = '\"', escape = '\"', "
                + $"columns = {{{string.Join(", ", columns)}}})");
            foreach (var _ in statement.Chunks()) { }
        }
    }

    // DuckDB takes these characters of a path for a pattern.
    private static string Escaped(string path) =>
        string.Concat(path.Select(letter => letter is '*' or '?' or '[' ? $"[{letter}]" : $"{letter}"));

    private static Format FormatOf(string path)
    {
        using var stream = File.OpenRead(path);
        if (stream.Length == 0) throw new InputException("the file is empty", path, CsvRemedy);
        Span<byte> start = stackalloc byte[4];
        var read = stream.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        if (read == 4 && start.SequenceEqual("PAR1"u8)) return Format.Parquet;
        return read >= 2 && start[..2].SequenceEqual(ZipMark) ? Format.ZippedCsv : Format.Csv;
    }

    private static ReadOnlySpan<byte> ZipMark => [0x1F, 0x8B];

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DuckDbException exception)
        {
            throw Unreadable(FilePath, exception);
        }
    }

    // What DuckDB says after that are its own options, which a user cannot set here.
    private static InputException Unreadable(string path, DuckDbException exception) => new(
        $"the table cannot be read ({exception.OneLine.Split(" Possible ", 2)[0].TrimEnd('.')})", path, CsvRemedy, exception);
}
