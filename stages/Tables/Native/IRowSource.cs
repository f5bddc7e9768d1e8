namespace Research.Tables.Native;

/// <summary>Rows that DuckDB pulls, chunk by chunk.</summary>
internal interface IRowSource
{
    /// <summary>Names and types of the columns.</summary>
    IReadOnlyList<(string Name, DuckDbType Type)> Columns { get; }

    /// <summary>Fills the chunk with the next rows and sets its count; 0 rows end the table.</summary>
    void Fill(Chunk chunk);
}
