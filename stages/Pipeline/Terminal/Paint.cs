namespace Research.Pipeline.Terminal;

/// <summary>Colors of a terminal, or none.</summary>
/// <param name="isOn">False where output is no terminal, or the user set NO_COLOR.</param>
internal sealed class Paint(bool isOn)
{
    public bool IsOn => isOn;

    public string Bold(string text) => With("1", text);

    public string Dim(string text) => With("2", text);

    public string Red(string text) => With("31", text);

    public string Green(string text) => With("32", text);

    public string Yellow(string text) => With("33", text);

    public string Cyan(string text) => With("36", text);

    private string With(string code, string text) => isOn ? $"\e[{code}m{text}\e[0m" : text;
}
