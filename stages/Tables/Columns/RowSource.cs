using Research.Tables.Native;

namespace Research.Tables.Columns;

/// <summary>Rows of this process as DuckDB pulls them.</summary>
internal sealed class RowSource<TRow>(IEnumerable<TRow> rows) : IRowSource, IDisposable
{
    private readonly IEnumerator<TRow> _rows = rows.GetEnumerator();
    private readonly TRow[] _buffer = new TRow[Chunk.Capacity];

    public IReadOnlyList<(string Name, DuckDbType Type)> Columns { get; } =
        RowSchema<TRow>.Instance.Columns.Select(column => (column.Name, column.Type)).ToList();

    public void Fill(Chunk chunk)
    {
        var count = 0;
        while (count < _buffer.Length && _rows.MoveNext()) _buffer[count++] = _rows.Current;

        var filled = _buffer.AsSpan(0, count);
        var columns = RowSchema<TRow>.Instance.Columns;
        for (var i = 0; i < columns.Count; i++) columns[i].Write(filled, chunk.Column(i));
        chunk.SetCount(count);
    }

    public void Dispose() => _rows.Dispose();
}
