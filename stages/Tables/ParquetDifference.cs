using System.Globalization;
using Research.Jobs;
using Research.Tables.Native;
using Research.Tables.Queries;

namespace Research.Tables;

/// <summary>
/// The first differing row of two Parquet files: <c>row 12, column loss: 0.5 (0x3F000000) against 0.25 (0x3E800000)</c>. Rows count
/// from 0, as DuckDB's <c>file_row_number</c> does. Floating-point numbers are compared by their bits, so -0 is not 0, and two NaN may
/// differ.
/// </summary>
public sealed class ParquetDifference : IFileDifference
{
    private const int LongestText = 80;

    /// <inheritdoc/>
    public string Extension => ".parquet";

    /// <inheritdoc/>
    public string Describe(string stored, string received)
    {
        using var connection = Database.Connect();
        using var other = Database.Connect();
        using var before = Open(connection, stored);
        using var now = Open(other, received);
        return Columns(before, now)
            ?? Rows(before, Guarded(before.Read(), stored), Guarded(now.Read(), received))
            ?? "all rows are equal; only their encoding differs";
    }

    private static PlainRows Open(Connection connection, string path)
    {
        try
        {
            return PlainRows.Of(connection, $"SELECT * FROM {Parquet.Scan(path)}");
        }
        catch (DuckDbException exception)
        {
            throw Unreadable(path, exception);
        }
    }

    private static string? Columns(PlainRows before, PlainRows now)
    {
        for (var i = 0; i < Math.Max(before.Columns.Count, now.Columns.Count); i++)
        {
            var (stored, received) = (before.Columns.ElementAtOrDefault(i), now.Columns.ElementAtOrDefault(i));
            if (stored != received) return $"column {i}: {Shown(stored)} against {Shown(received)}";
        }

        return null;

        static string Shown((string? Name, DuckDbType Type) column) => column.Name is null ? "none" : $"{column.Name} ({column.Type})";
    }

    private static string? Rows(PlainRows table, IEnumerable<object?[]> before, IEnumerable<object?[]> now)
    {
        using var left = before.GetEnumerator();
        using var right = now.GetEnumerator();
        for (var row = 0L; ; row++)
        {
            var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
            if (!hasLeft && !hasRight) return null;
            if (hasLeft != hasRight)
            {
                var (rowsLeft, rowsRight) = (row + Rest(hasLeft, left), row + Rest(hasRight, right));
                return $"{rowsLeft} rows against {rowsRight}, equal as far as both go";
            }

            for (var i = 0; i < table.Columns.Count; i++)
            {
                if (!Same(left.Current[i], right.Current[i]))
                    return $"row {row}, column {table.Columns[i].Name}: {Shown(left.Current[i])} against {Shown(right.Current[i])}";
            }
        }

        static long Rest(bool has, IEnumerator<object?[]> rows)
        {
            var count = has ? 1L : 0;
            while (has && rows.MoveNext()) count++;
            return count;
        }
    }

    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (float a, float b) => BitConverter.SingleToUInt32Bits(a) == BitConverter.SingleToUInt32Bits(b),
        (double a, double b) => BitConverter.DoubleToUInt64Bits(a) == BitConverter.DoubleToUInt64Bits(b),
        _ => Equals(left, right),
    };

    private static string Shown(object? value) => value switch
    {
        null => "null",
        float number => string.Create(CultureInfo.InvariantCulture, $"{number:R} (0x{BitConverter.SingleToUInt32Bits(number):X8})"),
        double number => string.Create(CultureInfo.InvariantCulture, $"{number:R} (0x{BitConverter.DoubleToUInt64Bits(number):X16})"),
        string { Length: > LongestText } text => $"'{text[..LongestText]}…'",
        string text => $"'{text}'",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    // DuckDB reads while it is asked for rows, so a damaged file shows only then.
    private static IEnumerable<object?[]> Guarded(IEnumerable<object?[]> rows, string path)
    {
        using var enumerator = rows.GetEnumerator();
        while (true)
        {
            try
            {
                if (!enumerator.MoveNext()) yield break;
            }
            catch (DuckDbException exception)
            {
                throw Unreadable(path, exception);
            }

            yield return enumerator.Current;
        }
    }

    private static InputException Unreadable(string path, DuckDbException exception) => new(
        $"not a readable Parquet file ({exception.OneLine})", path, "Delete it and run the job that writes it again.", exception);
}
