namespace Research.Tables.Native;

/// <summary>Up to <see cref="Capacity"/> rows as one vector a column; owned by DuckDB.</summary>
internal readonly struct Chunk(nint handle)
{
    /// <summary>Most rows that a chunk holds.</summary>
    public static int Capacity => (int)DuckDbApi.VectorSize();

    /// <summary>Rows in the chunk.</summary>
    public int Count => (int)DuckDbApi.ChunkSize(handle);

    /// <summary>The vector of a column.</summary>
    public Vector Column(int index) => new(DuckDbApi.ChunkVector(handle, (ulong)index));

    /// <summary>Says how many rows were written.</summary>
    public void SetCount(int count) => DuckDbApi.SetChunkSize(handle, (ulong)count);
}
