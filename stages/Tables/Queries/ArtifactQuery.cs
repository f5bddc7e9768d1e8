using Research.Jobs;
using Research.Tables.Native;

namespace Research.Tables.Queries;

/// <summary>
/// SQL (DuckDB's dialect) over the tables of artifacts. Every table name is a view over all files given for it; files
/// with different columns are joined by column name. Results do not depend on the machine or its number of cores.
/// </summary>
/// <param name="tables">The files, in the order in which their rows appear.</param>
public sealed class ArtifactQuery(IReadOnlyList<NamedTable> tables)
{
    /// <summary>Runs a statement and keeps its whole result.</summary>
    /// <param name="sql">One SQL statement.</param>
    /// <param name="where">Where the statement stands, for error messages: <c>--sql</c>, or a file.</param>
    /// <exception cref="InputException">DuckDB refuses the statement, or a table it reads is damaged.</exception>
    public QueryResult Run(string sql, string where)
        => Evaluate(sql, where, (columns, rows) => new QueryResult(columns, rows.ToList()));

    /// <summary>
    /// Runs a statement and prints its result; CSV and JSON stream, so they may be larger than memory.
    /// </summary>
    /// <param name="sql">One SQL statement.</param>
    /// <param name="where">Where the statement stands, for error messages: <c>--sql</c>, or a file.</param>
    /// <param name="format">How to print.</param>
    /// <param name="output">Where to print.</param>
    /// <exception cref="InputException">DuckDB refuses the statement, or a table it reads is damaged.</exception>
    public void Print(string sql, string where, QueryFormat format, TextWriter output)
        => Evaluate(sql, where, (columns, rows) =>
        {
            ResultPrinter.Print(format, columns, rows, output);
            return 0;
        });

    private T Evaluate<T>(string sql, string where, Func<IReadOnlyList<string>, IEnumerable<object?[]>, T> use)
    {
        using var connection = Database.Connect();
        try
        {
            CreateViews(connection, sql);
            using var rows = PlainRows.Of(connection, sql);
            return use([.. rows.Columns.Select(column => column.Name)], rows.Read());
        }
        catch (DuckDbException exception)
        {
            throw new InputException(exception.OneLine, where, Remedy(connection, sql), exception);
        }
    }

    // Only for the tables that the statement mentions: a view opens its files when it is created. "show tables" is about all.
    private void CreateViews(Connection connection, string sql)
    {
        var mentioned = connection.TableNames(sql).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isAboutAll = sql.TrimStart().StartsWith("show", StringComparison.OrdinalIgnoreCase);
        foreach (var table in tables.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (!mentioned.Contains(table.Key) && !isAboutAll) continue;
            var rows = string.Join(" UNION ALL BY NAME ", table.Select(Select));
            connection.Execute($"CREATE TEMP VIEW {Connection.Identifier(table.Key)} AS {rows}");
        }

        static string Select(NamedTable file)
        {
            var job = file.Job is null ? "" : $", {Connection.Literal(file.Job)} AS job";
            return $"SELECT *{job} FROM {Scan(Path.GetFullPath(file.FilePath))}";
        }
    }

    private static string Scan(string path)
        => string.Equals(Path.GetExtension(path), ".csv", StringComparison.OrdinalIgnoreCase)
            ? $"read_csv({Connection.Literal(path)}, header = true, comment = '#', sample_size = -1, "
                + "hive_partitioning = false)"
            : Parquet.Scan(path);

    private string Remedy(Connection connection, string sql)
    {
        var known = tables.Select(source => source.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var unknown = connection.TableNames(sql).Find(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase));
        return unknown is null
            ? "Correct the statement; 'describe <table>' lists a table's columns."
            : $"{unknown} is no table. {NearestName.Suggestion(unknown, known)}";
    }
}
