using System.Reflection;
using Research.Tables.Native;

namespace Research.Tables.Columns;

/// <summary>One column of a table whose rows are <typeparamref name="TRow"/>.</summary>
internal abstract class Column<TRow>(PropertyInfo property)
{
    /// <summary>The property that holds the column's values.</summary>
    public PropertyInfo Property { get; } = property;

    /// <summary>The column's name: the property's in snake_case.</summary>
    public string Name { get; } = SnakeCase.Of(property.Name);

    public abstract DuckDbType Type { get; }

    /// <summary>Writes the values of rows into the first cells of the vector.</summary>
    public abstract void Write(ReadOnlySpan<TRow> rows, Vector vector);

    /// <summary>
    /// A reader of this column of a file; a <see cref="ColumnReader{TValue}"/> of the property's type.
    /// </summary>
    public abstract ColumnReader Reader(string path);

    public static Column<TRow> Of(PropertyInfo property)
        => (Column<TRow>)Activator.CreateInstance(
            typeof(Column<,>).MakeGenericType(typeof(TRow), property.PropertyType), property, Codecs.Of(property))!;
}

/// <inheritdoc />
internal sealed class Column<TRow, TValue>(PropertyInfo property, Codec<TValue> codec) : Column<TRow>(property)
{
    private readonly Getter _get = CreateGetter(property);

    private delegate TValue Getter(in TRow row);

    public override DuckDbType Type => codec.Type;

    public override void Write(ReadOnlySpan<TRow> rows, Vector vector)
    {
        for (var i = 0; i < rows.Length; i++)
            codec.Write(vector, i, _get(in rows[i]));
    }

    public override ColumnReader Reader(string path) => new ColumnReader<TValue>(Name, codec, path);

    // A delegate made from the getter itself costs no compilation, unlike an expression.
    private static Getter CreateGetter(PropertyInfo property)
    {
        var method = property.GetMethod!;
        if (typeof(TRow).IsValueType) return method.CreateDelegate<Getter>();
        var get = method.CreateDelegate<Func<TRow, TValue>>();
        return (in row) => get(row);
    }
}
