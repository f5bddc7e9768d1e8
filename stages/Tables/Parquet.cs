using Research.Jobs;
using Research.Tables.Columns;
using Research.Tables.Native;

namespace Research.Tables;

/// <summary>
/// Tables as Parquet files. A row is a record of plain properties (int, long, float, double, bool, string, enum,
/// their nullable forms, and byte[]); each property is a column, its name in snake_case. Both directions stream: neither holds the
/// table.
/// </summary>
public static class Parquet
{
    /// <summary>Rows in a row group: what a reader decompresses at a time, and part of a file's bytes.</summary>
    private const int RowGroup = 60 * 2048;

    /// <summary>
    /// Writes a table. The same rows give the same bytes on every machine, and every number comes back to the bit, NaN
    /// and infinities included. The file appears under its name only when it is complete.
    /// </summary>
    /// <exception cref="InputException">The file cannot be written: no such folder, read-only, disk full.</exception>
    /// <exception cref="ArgumentException">The row type or a value in it cannot be a table's.</exception>
    public static void Write<TRow>(string path, IEnumerable<TRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var full = Path.GetFullPath(path);
        var partial = full + ".partial";
        try
        {
            using (var connection = Database.Connect())
            using (var source = new RowSource<TRow>(rows))
            {
                RowFunction.Run(connection, source, call =>
                    $"COPY (SELECT * FROM {call}) TO {Connection.Literal(partial)} "
                    + $"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {RowGroup}{Dictionary<TRow>()}, "
                    + "USE_TMP_FILE false)");
            }

            File.Move(partial, full, overwrite: true);
        }
        catch (Exception exception)
        {
            TryDelete(partial);
            if (exception is DuckDbException or IOException or UnauthorizedAccessException)
            {
                var message = exception is DuckDbException refused ? refused.OneLine : exception.Message;
                throw new InputException(
                    $"the table cannot be written ({message})", full,
                    "Check that the folder exists, is writable and has space left.", exception);
            }

            throw;
        }
    }

    /// <summary>
    /// Reads a table, row by row in the order of the file. Columns are found by name; others in the file are ignored.
    /// The file is opened when the enumeration starts, and its schema is checked before the first row.
    /// </summary>
    /// <exception cref="InputException">
    /// Thrown while enumerating: the file is missing, damaged or no Parquet file; a column is missing or of another
    /// type; a cell is null or names no value of the property's enum. The message names file, column, expected and
    /// found.
    /// </exception>
    public static IEnumerable<TRow> Read<TRow>(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
            throw new InputException("there is no such table", full, "Check the path, or run the job that writes it.");

        var schema = RowSchema<TRow>.Instance;
        using var connection = Database.Connect();
        using var statement = Guarded(full, () => Open(connection, schema, full));
        var readers = schema.Columns.Select(column => column.Reader(full)).ToArray();
        var create = schema.Create;
        long firstRow = 0;
        using var chunks = statement.Chunks().GetEnumerator();
        while (Guarded(full, chunks.MoveNext))
        {
            var chunk = chunks.Current;
            for (var i = 0; i < readers.Length; i++) readers[i].MoveTo(chunk.Column(i), firstRow);
            var count = chunk.Count;
            for (var row = 0; row < count; row++) yield return create(readers, row);
            firstRow += count;
        }
    }

    /// <summary>The SQL expression that reads one Parquet file, with nothing guessed from its path.</summary>
    internal static string Scan(string path) => $"read_parquet({Connection.Literal(path)}, hive_partitioning = false)";

    // DuckDB's dictionary encoding takes -0 for 0 and every NaN for the same one; it is set for the whole file only.
    private static string Dictionary<TRow>()
        => RowSchema<TRow>.Instance.Columns.Any(column => column.Type is DuckDbType.Float or DuckDbType.Double)
            ? ", DICTIONARY_SIZE_LIMIT 0"
            : "";

    private static Statement Open<TRow>(Connection connection, RowSchema<TRow> schema, string path)
    {
        using (var all = connection.Prepare($"SELECT * FROM {Scan(path)}"))
        {
            var found = all.Columns.ToDictionary(column => column.Name, column => column.Type, StringComparer.Ordinal);
            foreach (var column in schema.Columns)
            {
                if (!found.TryGetValue(column.Name, out var type))
                {
                    throw Mismatch(
                        path, $"column {column.Name} ({column.Type}) is missing; found {string.Join(", ", found.Keys)}");
                }

                if (type != column.Type)
                    throw Mismatch(path, $"column {column.Name}: {column.Type} expected, {type} found");
            }
        }

        var names = string.Join(", ", schema.Columns.Select(column => Connection.Identifier(column.Name)));
        return connection.Prepare($"SELECT {names} FROM {Scan(path)}");
    }

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DuckDbException exception)
        {
            throw new InputException(
                $"not a readable Parquet file ({exception.OneLine})", path,
                "Delete it and run the job that writes it again.", exception);
        }
    }

    private static InputException Mismatch(string path, string what)
        => new(what, path, "Give a table with these columns, or run the job that writes it again.");

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The folder does not let us; the error that brought us here says more.
        }
    }
}
