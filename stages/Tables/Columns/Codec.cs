using Research.Tables.Native;

namespace Research.Tables.Columns;

/// <summary>How values of one .NET type lie in a vector.</summary>
internal abstract class Codec<TValue>
{
    /// <summary>The column's type in DuckDB.</summary>
    public abstract DuckDbType Type { get; }

    /// <summary>Whether a cell may be null.</summary>
    public virtual bool AllowsNull => false;

    public abstract void Write(Vector vector, int row, TValue value);

    /// <summary>Reads a cell; one that is null only if <see cref="AllowsNull"/>.</summary>
    /// <exception cref="FormatException">The cell's text names no value of the type.</exception>
    public abstract TValue Read(Vector vector, int row);
}
