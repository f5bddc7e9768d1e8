using System.Linq.Expressions;
using System.Reflection;

namespace Research.Tables.Columns;

/// <summary>
/// The columns of a row type: one for each parameter of its constructor (a positional record), or, if it has a
/// constructor without parameters, one for each property that can be set.
/// </summary>
internal sealed class RowSchema<TRow>
{
    private static readonly Lazy<RowSchema<TRow>> Shared = new(() => new RowSchema<TRow>());

    private readonly ConstructorInfo? _constructor;
    private readonly Lazy<Func<ColumnReader[], int, TRow>> _create;

    private RowSchema()
    {
        var properties = typeof(TRow)
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .OrderBy(property => property.MetadataToken)
            .ToList();
        var constructors = typeof(TRow).GetConstructors();
        _constructor = constructors
            .Where(constructor => constructor.GetParameters().Length > 0)
            .Where(constructor => constructor.GetParameters().All(parameter => PropertyOf(parameter) is not null))
            .MaxBy(constructor => constructor.GetParameters().Length);

        IEnumerable<PropertyInfo> columns;
        if (_constructor is not null)
            columns = _constructor.GetParameters().Select(parameter => PropertyOf(parameter)!);
        else if (typeof(TRow).IsValueType || constructors.Any(constructor => constructor.GetParameters().Length == 0))
            columns = properties.Where(property => property.CanWrite);
        else
            throw new ArgumentException($"{typeof(TRow).Name} is no table row: no constructor takes its properties.");

        Columns = columns.Select(Column<TRow>.Of).ToArray();
        if (Columns.Count == 0)
            throw new ArgumentException($"{typeof(TRow).Name} is no table row: it has no properties.");
        _create = new Lazy<Func<ColumnReader[], int, TRow>>(CompileCreate);

        PropertyInfo? PropertyOf(ParameterInfo parameter) => properties.Find(property =>
            property.PropertyType == parameter.ParameterType
            && string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The schema of the row type.</summary>
    /// <exception cref="ArgumentException">The type cannot be a table's row.</exception>
    public static RowSchema<TRow> Instance => Shared.Value;

    /// <summary>The columns, in the order of the constructor's parameters or of the properties in the source.</summary>
    public IReadOnlyList<Column<TRow>> Columns { get; }

    /// <summary>Makes a row from one reader a column and the row's number in their chunk.</summary>
    public Func<ColumnReader[], int, TRow> Create => _create.Value;

    private Func<ColumnReader[], int, TRow> CompileCreate()
    {
        var readers = Expression.Parameter(typeof(ColumnReader[]), "readers");
        var row = Expression.Parameter(typeof(int), "row");
        var values = Columns.Select((column, i) =>
        {
            var type = typeof(ColumnReader<>).MakeGenericType(column.Property.PropertyType);
            var reader = Expression.Convert(Expression.ArrayIndex(readers, Expression.Constant(i)), type);
            return Expression.Call(reader, "Read", null, row);
        });
        Expression body = _constructor is not null
            ? Expression.New(_constructor, values)
            : Expression.MemberInit(
                Expression.New(typeof(TRow)), Columns.Zip(values, (column, value) => Expression.Bind(column.Property, value)));
        return Expression.Lambda<Func<ColumnReader[], int, TRow>>(body, readers, row).Compile();
    }
}
