using Research.Tables.Native;

namespace Research.Tables.Queries;

/// <summary>
/// The rows of a statement's result as plain .NET values: see <see cref="ValueReader"/>. Types that have none are cast, fractions of
/// fixed precision to double, all else to text.
/// </summary>
internal sealed class PlainRows : IDisposable
{
    private readonly Statement _statement;

    private PlainRows(Statement statement, IReadOnlyList<(string Name, DuckDbType Type)> columns) =>
        (_statement, Columns) = (statement, columns);

    /// <summary>Names of the columns, and their types before any cast.</summary>
    public IReadOnlyList<(string Name, DuckDbType Type)> Columns { get; }

    /// <summary>Prepares a statement.</summary>
    /// <exception cref="DuckDbException">DuckDB refused it.</exception>
    public static PlainRows Of(Connection connection, string sql)
    {
        var statement = connection.Prepare(sql);
        var columns = statement.Columns;
        if (columns.All(column => ValueReader.Reads(column.Type))) return new PlainRows(statement, columns);

        // By an enclosing statement, which keeps the order of the rows.
        using (statement)
        {
            var casts = columns.Select((column, i) => column.Type switch
            {
                _ when ValueReader.Reads(column.Type) => $"c{i}",
                DuckDbType.Decimal => $"CAST(c{i} AS DOUBLE) AS c{i}",
                _ => $"CAST(c{i} AS VARCHAR) AS c{i}",
            });
            var names = columns.Select((_, i) => $"c{i}");
            var inner = sql.TrimEnd().TrimEnd(';');
            return new PlainRows(
                connection.Prepare(
                    $"SELECT {string.Join(", ", casts)} FROM (\n{inner}\n) AS result({string.Join(", ", names)})"),
                columns);
        }
    }

    /// <summary>Runs the statement; the rows stream.</summary>
    /// <exception cref="DuckDbException">DuckDB failed, at the start or on the way.</exception>
    public IEnumerable<object?[]> Read()
    {
        var types = _statement.Columns.Select(column => column.Type).ToArray();
        foreach (var chunk in _statement.Chunks())
        {
            var vectors = types.Select((_, i) => chunk.Column(i)).ToArray();
            var count = chunk.Count;
            for (var row = 0; row < count; row++)
            {
                var values = new object?[types.Length];
                for (var i = 0; i < values.Length; i++) values[i] = ValueReader.Read(vectors[i], types[i], row);
                yield return values;
            }
        }
    }

    public void Dispose() => _statement.Dispose();
}
