using Research.Jobs;
using Research.Tables.Native;

namespace Research.Tables.Columns;

/// <summary>Reads one column of one file, chunk after chunk.</summary>
internal abstract class ColumnReader
{
    /// <summary>
    /// Goes to the column's vector of the next chunk, whose first row is number <paramref name="firstRow"/> (from 0) of
    /// the table.
    /// </summary>
    public abstract void MoveTo(Vector vector, long firstRow);
}

/// <inheritdoc />
internal sealed class ColumnReader<TValue>(string column, Codec<TValue> codec, string path) : ColumnReader
{
    private Vector _vector;
    private long _firstRow;

    public override void MoveTo(Vector vector, long firstRow)
    {
        _vector = vector;
        _firstRow = firstRow;
    }

    /// <summary>The value of a row of the chunk.</summary>
    /// <exception cref="InputException">The cell is null or names no value of the type.</exception>
    public TValue Read(int row)
    {
        if (!codec.AllowsNull && _vector.IsNull(row)) throw Bad(row, "a value expected, null found");
        try
        {
            return codec.Read(_vector, row);
        }
        catch (FormatException exception)
        {
            throw Bad(row, exception.Message);
        }
    }

    private InputException Bad(int row, string what)
        => new(
            $"column {column}, row {_firstRow + row + 1}: {what}", path, "Write the table again with the program that reads it.");
}
