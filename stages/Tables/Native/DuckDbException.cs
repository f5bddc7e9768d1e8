namespace Research.Tables.Native;

/// <summary>DuckDB refused a statement. Callers turn it into an error that names the user's file or query.</summary>
internal sealed class DuckDbException(string message) : Exception(message)
{
    /// <summary>DuckDB's message on one line, without the statement it echoes.</summary>
    public string FirstLine => Message.Split('\n', 2)[0].TrimEnd('.', ' ');
}
