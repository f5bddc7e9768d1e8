using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Research.Tables.Queries;

/// <summary>Prints the rows of a result.</summary>
internal static class ResultPrinter
{
    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Print(QueryFormat format, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, TextWriter output)
    {
        switch (format)
        {
            case QueryFormat.Csv:
                PrintCsv(columns, rows, output);
                break;
            case QueryFormat.Json:
                PrintJson(columns, rows, output);
                break;
            default:
                PrintTable(columns, rows.ToList(), output);
                break;
        }
    }

    private static void PrintCsv(IReadOnlyList<string> columns, IEnumerable<object?[]> rows, TextWriter output)
    {
        output.WriteLine(string.Join(',', columns.Select(Quoted)));
        foreach (var row in rows) output.WriteLine(string.Join(',', row.Select(value => Quoted(Text(value, "")))));

        static string Quoted(string text)
            => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void PrintJson(IReadOnlyList<string> columns, IEnumerable<object?[]> rows, TextWriter output)
    {
        var keys = columns.Select(column => JsonSerializer.Serialize(column, JsonOptions)).ToList();
        output.Write('[');
        var separator = "\n  ";
        foreach (var row in rows)
        {
            output.Write(separator);
            output.Write($"{{ {string.Join(", ", row.Select((value, i) => $"{keys[i]}: {Json(value)}"))} }}");
            separator = ",\n  ";
        }

        output.WriteLine("\n]");

        static string Json(object? value) => value switch
        {
            null => "null",
            bool truth => truth ? "true" : "false",
            string or double.NaN or float.NaN => JsonSerializer.Serialize(Text(value, ""), JsonOptions),
            double number when double.IsInfinity(number) => JsonSerializer.Serialize(Text(value, ""), JsonOptions),
            float number when float.IsInfinity(number) => JsonSerializer.Serialize(Text(value, ""), JsonOptions),
            _ => Text(value, ""),
        };
    }

    private static void PrintTable(IReadOnlyList<string> columns, List<object?[]> rows, TextWriter output)
    {
        var cells = rows.Select(row => row.Select(value => OneLine(Text(value, "-"))).ToArray()).ToList();
        var widths = columns.Select((name, i) => cells.Select(row => row[i].Length).Append(name.Length).Max()).ToArray();
        var numeric = columns.Select((_, i) => IsNumeric(rows.Select(row => row[i]).OfType<object>().ToList())).ToArray();

        output.WriteLine(Line(columns));
        output.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
        foreach (var row in cells) output.WriteLine(Line(row));
        output.WriteLine($"({rows.Count} {(rows.Count == 1 ? "row" : "rows")})");

        string Line(IReadOnlyList<string> row) => string.Join("  ", row.Select(Aligned)).TrimEnd();

        string Aligned(string text, int i) => numeric[i] ? text.PadLeft(widths[i]) : text.PadRight(widths[i]);

        static bool IsNumeric(List<object> values) => values.Count > 0 && values.TrueForAll(value => value is not (string or bool));
    }

    /// <summary>A value as text: numbers in the shortest form that reads back to the same bits.</summary>
    private static string Text(object? value, string missing) => value switch
    {
        null => missing,
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    private static string OneLine(string text)
    {
        if (text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0) return text;
        var result = new StringBuilder(text);
        return result.Replace("\r", "\\r").Replace("\n", "\\n").Replace("\t", "\\t").ToString();
    }
}
