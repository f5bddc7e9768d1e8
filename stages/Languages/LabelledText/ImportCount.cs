namespace Research.Languages.LabelledText;

/// <summary>What became of the rows of a user's file: the one row of <c>import.parquet</c>.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Missing">Rows dropped because label or text is empty.</param>
/// <param name="Rare">Rows dropped because their label has too few different texts.</param>
/// <param name="RareLabels">The labels of these.</param>
/// <param name="Repeated">Rows whose text stands in an earlier row too; kept.</param>
/// <param name="Contradicted">Different texts that carry more than one label; kept.</param>
public sealed record ImportCount(long Rows, long Missing, long Rare, long RareLabels, long Repeated, long Contradicted)
{
    /// <summary>Rows that were kept.</summary>
    public long Kept() => Rows - Missing - Rare;
}
