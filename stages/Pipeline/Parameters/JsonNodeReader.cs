using System.Text;
using System.Text.Json;
using Research.Jobs;

namespace Research.Pipeline.Parameters;

/// <summary>Reads JSON with comments into nodes that know their line and column.</summary>
internal ref struct JsonNodeReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _where;
    private Utf8JsonReader _reader;

    private JsonNodeReader(ReadOnlySpan<byte> bytes, string where)
    {
        _bytes = bytes;
        _where = where;
        _reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
    }

    /// <summary>Reads one value, which has to be all there is.</summary>
    /// <param name="bytes">UTF-8, with or without a byte order mark.</param>
    /// <param name="where">The file or option, for messages.</param>
    /// <exception cref="InputException">It is not valid JSON, or an object has a name twice.</exception>
    public static JsonNode Read(ReadOnlySpan<byte> bytes, string where)
    {
        var reader = new JsonNodeReader(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes, where);
        try
        {
            reader._reader.Read();
            var node = reader.ReadValue();
            reader._reader.Read();
            return node;
        }
        catch (JsonException e)
        {
            throw new InputException(
                $"it is not valid JSON: {FirstSentence(e.Message)}",
                At(where, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1),
                "Correct the file there.",
                e);
        }
    }

    /// <summary>A place in a file, as messages name it.</summary>
    public static string At(string where, int line, int column) => $"{where}, line {line}, column {column}";

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message.TrimEnd('.') : message[..end];
    }

    private JsonNode ReadValue()
    {
        var (line, column) = Position();
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartArray:
                List<JsonNode> elements = [];
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                    elements.Add(ReadValue());
                return new JsonNode(JsonValueKind.Array, "", line, column) { Elements = elements };
            case JsonTokenType.StartObject:
                return new JsonNode(JsonValueKind.Object, "", line, column) { Members = ReadMembers() };
            case JsonTokenType.String:
                return new JsonNode(JsonValueKind.String, _reader.GetString()!, line, column);
            case JsonTokenType.Number:
                return new JsonNode(JsonValueKind.Number, Encoding.ASCII.GetString(_reader.ValueSpan), line, column);
            case JsonTokenType.True:
                return new JsonNode(JsonValueKind.True, "", line, column);
            case JsonTokenType.False:
                return new JsonNode(JsonValueKind.False, "", line, column);
            default:
                return new JsonNode(JsonValueKind.Null, "", line, column);
        }
    }

    private List<(JsonNode Key, JsonNode Value)> ReadMembers()
    {
        List<(JsonNode Key, JsonNode Value)> members = [];
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var (line, column) = Position();
            var name = _reader.GetString()!;
            if (!names.Add(name))
                throw new InputException($"'{name}' is set twice", At(_where, line, column), "Remove one of the two.");
            _reader.Read();
            members.Add((new JsonNode(JsonValueKind.String, name, line, column), ReadValue()));
        }

        return members;
    }

    private readonly (int Line, int Column) Position()
    {
        var before = _bytes[..(int)_reader.TokenStartIndex];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
