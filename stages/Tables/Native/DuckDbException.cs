namespace Research.Tables.Native;

/// <summary>DuckDB refused a statement. Callers turn it into an error that names the user's file or query.</summary>
internal sealed class DuckDbException(string message) : Exception(message)
{
    /// <summary>DuckDB's message on one line, without the statement it echoes and its closing mark.</summary>
    public string OneLine
    {
        get
        {
            var end = Message.IndexOf("\n\nLINE ", StringComparison.Ordinal);
            var text = end < 0 ? Message : Message[..end];
            return string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimEnd('.', '!', ' ');
        }
    }
}
