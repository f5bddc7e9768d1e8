namespace Research.Tables.Native;

/// <summary>One connection to the process's database; used by one thread at a time.</summary>
internal sealed unsafe class Connection(nint handle) : IDisposable
{
    private nint _handle = handle;

    /// <summary>Runs a statement to its end and drops its result.</summary>
    /// <exception cref="DuckDbException">DuckDB refused it.</exception>
    public void Execute(string sql)
    {
        var state = DuckDbApi.Query(_handle, sql, out var result);
        var error = state == DuckDbApi.Success ? "" : DuckDbApi.Text(DuckDbApi.ResultError(ref result));
        DuckDbApi.DestroyResult(ref result);
        if (state != DuckDbApi.Success) throw new DuckDbException(error);
    }

    /// <summary>Parses and binds a statement; it runs when its chunks are read.</summary>
    /// <exception cref="DuckDbException">DuckDB refused it.</exception>
    public Statement Prepare(string sql)
    {
        var state = DuckDbApi.Prepare(_handle, sql, out var statement);
        if (state == DuckDbApi.Success) return new Statement(statement);

        var error = DuckDbApi.Text(DuckDbApi.PrepareError(statement));
        DuckDbApi.DestroyPrepare(ref statement);
        throw new DuckDbException(error);
    }

    /// <summary>The names of the tables that a statement mentions; none if it does not parse.</summary>
    public List<string> TableNames(string sql)
    {
        var names = new List<string>();
        var list = DuckDbApi.GetTableNames(_handle, sql, qualified: false);
        if (list == 0) return names;
        for (ulong i = 0; i < DuckDbApi.ListSize(list); i++)
        {
            var child = DuckDbApi.ListChild(list, i);
            var text = DuckDbApi.GetVarchar(child);
            names.Add(DuckDbApi.Text(text));
            DuckDbApi.Free((nint)text);
            DuckDbApi.DestroyValue(ref child);
        }

        DuckDbApi.DestroyValue(ref list);
        return names;
    }

    public void Dispose() => DuckDbApi.Disconnect(ref _handle);

    /// <summary>A text as an SQL literal.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A name as an SQL identifier.</summary>
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
