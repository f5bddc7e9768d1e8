namespace Research.Tables.Native;

/// <summary>A prepared statement: its columns are known, its rows come chunk by chunk.</summary>
internal sealed unsafe class Statement : IDisposable
{
    private nint _handle;

    public Statement(nint handle)
    {
        _handle = handle;
        var columns = new (string Name, DuckDbType Type)[DuckDbApi.StatementColumnCount(handle)];
        for (var i = 0; i < columns.Length; i++)
        {
            // DuckDB allocates the name for us.
            var name = DuckDbApi.StatementColumnName(handle, (ulong)i);
            columns[i] = (DuckDbApi.Text(name), DuckDbApi.StatementColumnType(handle, (ulong)i));
            DuckDbApi.Free((nint)name);
        }

        Columns = columns;
    }

    /// <summary>Names and types of the result's columns, in order.</summary>
    public IReadOnlyList<(string Name, DuckDbType Type)> Columns { get; }

    /// <summary>
    /// Runs the statement. A chunk is valid until the next one is asked for; memory holds a few chunks at a time.
    /// </summary>
    /// <exception cref="DuckDbException">DuckDB failed, at the start or on the way.</exception>
    public IEnumerable<Chunk> Chunks()
    {
        var state = DuckDbApi.ExecuteStreaming(_handle, out var result);
        try
        {
            if (state != DuckDbApi.Success) throw Error(ref result);
            while (true)
            {
                var chunk = DuckDbApi.FetchChunk(result);
                if (chunk == 0)
                {
                    // No chunk means the end or a failure.
                    var error = Error(ref result);
                    if (error.Message.Length > 0) throw error;
                    yield break;
                }

                try
                {
                    yield return new Chunk(chunk);
                }
                finally
                {
                    DuckDbApi.DestroyChunk(ref chunk);
                }
            }
        }
        finally
        {
            DuckDbApi.DestroyResult(ref result);
        }
    }

    public void Dispose() => DuckDbApi.DestroyPrepare(ref _handle);

    private static DuckDbException Error(ref DuckDbResult result)
        => new(DuckDbApi.Text(DuckDbApi.ResultError(ref result)));
}
