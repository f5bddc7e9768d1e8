using Research.Jobs;
using Research.Tables;

namespace Research.Mirage.Arithmetic;

/// <summary>A corpus of solved problems: <c>messages.parquet</c>, a row each, which a trainer reads as text.</summary>
public sealed class ArithmeticCorpus : IArtifact<ArithmeticCorpus>
{
    private ArithmeticCorpus(string folder) => MessagesPath = Path.Combine(folder, "messages.parquet");

    /// <summary>Full path of the table of problems.</summary>
    public string MessagesPath { get; }

    /// <inheritdoc/>
    public static ArithmeticCorpus Open(string folder) => new(folder);

    /// <summary>Writes the problems as they are enumerated.</summary>
    /// <inheritdoc cref="Parquet.Write{TRow}" path="/exception" />
    public void Write(IEnumerable<ArithmeticMessage> messages) => Parquet.Write(MessagesPath, messages);
}
