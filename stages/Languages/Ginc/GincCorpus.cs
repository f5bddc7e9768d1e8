using Research.Jobs;
using Research.Tables;

namespace Research.Languages.Ginc;

/// <summary>
/// A corpus: <c>messages.parquet</c>, the text of the documents, and the language's <c>memory.parquet</c> and
/// <c>transitions.parquet</c> for those who want to look at it.
/// </summary>
public sealed class GincCorpus : IArtifact<GincCorpus>
{
    private readonly string memoryPath;
    private readonly string transitionsPath;

    private GincCorpus(string folder)
    {
        MessagesPath = Path.Combine(folder, "messages.parquet");
        memoryPath = Path.Combine(folder, "memory.parquet");
        transitionsPath = Path.Combine(folder, "transitions.parquet");
    }

    /// <summary>Full path of the table of segments.</summary>
    public string MessagesPath { get; }

    /// <inheritdoc/>
    public static GincCorpus Open(string folder) => new(folder);

    /// <summary>The segments in order, read as they are enumerated.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IEnumerable<GincSegment> Segments() => Parquet.Read<GincSegment>(MessagesPath);

    /// <summary>Writes all files; the segments are written as they are enumerated.</summary>
    /// <exception cref="InputException">A file cannot be written.</exception>
    public void Write(GincLanguage language, IEnumerable<GincSegment> segments)
    {
        Parquet.Write(memoryPath, Memory(language));
        Parquet.Write(transitionsPath, Transitions(language));
        Parquet.Write(MessagesPath, segments);
    }

    private static IEnumerable<MemoryRow> Memory(GincLanguage language) =>
        from value in Enumerable.Range(0, language.Values)
        from slot in Enumerable.Range(0, language.Slots)
        let token = language.TokenOf(language.StateOf(value, slot))
        select new MemoryRow(value, slot, token, token == Alphabet.Newline ? "" : $"{language.Alphabet.Characters[token]}");

    private static IEnumerable<TransitionRow> Transitions(GincLanguage language)
    {
        var values = Chain("value", null, language.Values, language.NextValue);
        var slots = Enumerable.Range(0, language.AllConcepts).SelectMany(
            concept => Chain("slot", concept, language.Slots, (from, to) => language.NextSlot(concept, from, to)));
        return values.Concat(slots);
    }

    private static IEnumerable<TransitionRow> Chain(string name, int? concept, int size, Func<int, int, double> probability) =>
        from before in Enumerable.Range(0, size)
        from after in Enumerable.Range(0, size)
        where probability(before, after) > 0
        select new TransitionRow(name, concept, before, after, probability(before, after));
}
