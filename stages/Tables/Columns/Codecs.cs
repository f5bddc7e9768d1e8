using System.Reflection;
using Research.Tables.Native;

namespace Research.Tables.Columns;

/// <summary>The codec of a property.</summary>
internal static class Codecs
{
    private static readonly Dictionary<Type, object> Fixed = new()
    {
        [typeof(int)] = new FixedCodec<int>(DuckDbType.Integer),
        [typeof(long)] = new FixedCodec<long>(DuckDbType.BigInt),
        [typeof(float)] = new FixedCodec<float>(DuckDbType.Float),
        [typeof(double)] = new FixedCodec<double>(DuckDbType.Double),
        [typeof(bool)] = new FixedCodec<bool>(DuckDbType.Boolean),
        [typeof(byte[])] = new BlobCodec(),
    };

    /// <summary>A <see cref="Codec{TValue}"/> of the property's type.</summary>
    /// <exception cref="ArgumentException">Tables have no column for the property's type.</exception>
    public static object Of(PropertyInfo property)
    {
        var type = property.PropertyType;
        if (type == typeof(string))
        {
            var nullability = new NullabilityInfoContext().Create(property);
            return new TextCodec(nullability.ReadState == NullabilityState.Nullable);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Create(typeof(NullableCodec<>), underlying, OfValue(underlying, property));
        return OfValue(type, property);
    }

    private static object OfValue(Type type, PropertyInfo property)
    {
        if (Fixed.TryGetValue(type, out var codec)) return codec;
        if (type.IsEnum) return Create(typeof(EnumCodec<>), type);
        throw new ArgumentException(
            $"{property.DeclaringType?.Name}.{property.Name} is a {type.Name}; a table row holds int, long, float, double, "
            + "bool, string, enum, byte[].");
    }

    private static object Create(Type codec, Type value, params object[] arguments)
        => Activator.CreateInstance(codec.MakeGenericType(value), arguments)!;
}
