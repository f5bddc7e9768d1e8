namespace Research.Pipeline.Terminal;

/// <summary>
/// Writes lines to the output, above the live region if there is one; and GitHub's groups and annotations.
/// </summary>
internal sealed class ConsoleLines(TextWriter output, ILiveRegion? region, bool isGitHub)
{
    private bool _hasGroup;

    /// <summary>Writes a line.</summary>
    public void Write(string line)
    {
        if (region is null)
            output.WriteLine(line);
        else
            region.WriteLine(line);
    }

    /// <summary>Begins a group that a reader of a GitHub log can fold; elsewhere nothing.</summary>
    public void BeginGroup(string name)
    {
        EndGroup();
        if (!isGitHub)
            return;
        Write($"::group::{name}");
        _hasGroup = true;
    }

    /// <summary>Ends the group.</summary>
    public void EndGroup()
    {
        if (_hasGroup)
            Write("::endgroup::");
        _hasGroup = false;
    }

    /// <summary>Marks a GitHub run with an error or a warning; elsewhere nothing.</summary>
    public void Annotate(Issue issue)
    {
        if (isGitHub)
            Write($"::{(issue.IsError ? "error" : "warning")}::{Escape(issue.Text)}");
    }

    private static string Escape(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
