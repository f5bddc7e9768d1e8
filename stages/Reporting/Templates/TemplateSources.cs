using System.Text.RegularExpressions;

namespace Research.Reporting.Templates;

/// <summary>The texts of all templates, to say where a wrong name stands.</summary>
internal sealed class TemplateSources(TemplateFolder folder)
{
    private readonly IReadOnlyList<(string Path, string Text)> _sources =
        folder.Templates.Select(path => (path, TemplateFolder.Read(path))).ToList();

    /// <summary>Every template with its path.</summary>
    public IEnumerable<(string Name, string Path, string Text)> All
        => _sources.Select(source => (Path.GetFileNameWithoutExtension(source.Path), source.Path, source.Text));

    /// <summary>
    /// File and line of the first use of a helper with an argument, such as <c>{{number "x"}}</c>. Where the argument
    /// is computed, those of the helper's first use; the page if there is none.
    /// </summary>
    public string Place(string helper, string argument)
        => Find($$"""\{\{~?#?\s*{{Regex.Escape(helper)}}\s+["']{{Regex.Escape(argument)}}["']""")
            ?? Find($$"""\{\{~?#?\s*{{Regex.Escape(helper)}}\b""")
            ?? folder.Page;

    /// <summary>File and line of the first expression that mentions a word; null if there is none.</summary>
    public string? Mention(string word) => Find($$"""\{\{[^}]*\b{{Regex.Escape(word)}}\b""");

    private string? Find(string pattern)
    {
        foreach (var (path, text) in _sources)
        {
            var match = Regex.Match(text, pattern, RegexOptions.CultureInvariant);
            if (match.Success) return $"{path}:{1 + text.AsSpan(0, match.Index).Count('\n')}";
        }

        return null;
    }
}
