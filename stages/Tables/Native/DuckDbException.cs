namespace Research.Tables.Native;

/// <summary>DuckDB refused a statement. Callers turn it into an error that names the user's file or query.</summary>
internal sealed class DuckDbException(string message) : Exception(message)
{
    private const string LineMark = "\n\nLINE ";

    /// <summary>
    /// DuckDB's message on one line, without its closing mark; of the statement that it echoes, the line's number.
    /// </summary>
    public string OneLine
    {
        get
        {
            var end = Message.IndexOf(LineMark, StringComparison.Ordinal);
            var text = end < 0 ? Message : Message[..end];
            var line = end < 0 ? "" : $", line {Message[(end + LineMark.Length)..].Split(':', 2)[0]}";
            var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return string.Join(' ', lines).TrimEnd('.', '!', ' ') + line;
        }
    }
}
