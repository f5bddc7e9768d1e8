using System.Text;
using Research.Tables.Native;

namespace Research.Tables.Columns;

/// <summary>Enumerations, as the text of their names in snake_case, like the columns.</summary>
internal sealed class EnumCodec<TEnum> : Codec<TEnum>
    where TEnum : struct, Enum
{
    private readonly Dictionary<TEnum, byte[]> _names = [];
    private readonly Dictionary<string, TEnum> _values = [];

    public EnumCodec()
    {
        foreach (var name in Enum.GetNames<TEnum>())
        {
            var value = Enum.Parse<TEnum>(name);
            var text = SnakeCase.Of(name);
            _names.TryAdd(value, Encoding.UTF8.GetBytes(text));
            _values.Add(text, value);
        }
    }

    public override DuckDbType Type => DuckDbType.Varchar;

    public override void Write(Vector vector, int row, TEnum value)
    {
        if (!_names.TryGetValue(value, out var name))
            throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(TEnum).Name} has no name for this value.");
        vector.SetUtf8Text(row, name);
    }

    public override TEnum Read(Vector vector, int row)
    {
        var name = vector.Text(row);
        return _values.TryGetValue(name, out var value)
            ? value
            : throw new FormatException($"one of {string.Join(", ", _values.Keys)} expected, '{name}' found");
    }
}
