using HandlebarsDotNet;

namespace Research.Reporting.Templates;

/// <summary>
/// What <c>{{...}}</c> does to a text; Greek letters and signs stay readable, unlike with the library's encoder.
/// </summary>
internal sealed class HtmlEncoder : ITextEncoder
{
    public void Encode(System.Text.StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target) => target.Write(Html.Encode(text ?? ""));

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        while (text is not null && text.MoveNext()) target.Write(Html.Encode(text.Current.ToString()));
    }
}
