using Research.Jobs;

namespace Research.Pipeline.Tests.Synthetic;

/// <summary>The smallest artifact: one text.</summary>
internal sealed class TextFile(string folder) : IArtifact<TextFile>
{
    private string File => Path.Combine(folder, "text.txt");

    public string Text
    {
        get => System.IO.File.ReadAllText(File);
        set => System.IO.File.WriteAllText(File, value);
    }

    public string Folder => folder;

    public static TextFile Open(string folder) => new(folder);
}
