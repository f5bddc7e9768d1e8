using Research.Tables.Native;

namespace Research.Tables.Queries;

/// <summary>Cells of a result as .NET values.</summary>
internal static class ValueReader
{
    /// <summary>Whether cells of a type can be read without a cast.</summary>
    public static bool Reads(DuckDbType type)
        => type is (>= DuckDbType.Boolean and <= DuckDbType.Double) or DuckDbType.HugeInt or DuckDbType.Varchar;

    /// <summary>The value of a cell; whole numbers as long where they fit, else ulong or Int128.</summary>
    public static object? Read(Vector vector, DuckDbType type, int row)
    {
        if (vector.IsNull(row)) return null;
        return type switch
        {
            DuckDbType.Boolean => vector.Cell<bool>(row),
            DuckDbType.TinyInt => (long)vector.Cell<sbyte>(row),
            DuckDbType.SmallInt => (long)vector.Cell<short>(row),
            DuckDbType.Integer => (long)vector.Cell<int>(row),
            DuckDbType.BigInt => vector.Cell<long>(row),
            DuckDbType.UTinyInt => (long)vector.Cell<byte>(row),
            DuckDbType.USmallInt => (long)vector.Cell<ushort>(row),
            DuckDbType.UInteger => (long)vector.Cell<uint>(row),
            DuckDbType.UBigInt => vector.Cell<ulong>(row),
            DuckDbType.Float => vector.Cell<float>(row),
            DuckDbType.Double => vector.Cell<double>(row),
            // Sums of whole numbers are huge by type and small by value.
            DuckDbType.HugeInt when HugeInt(vector, row) is var value && value == (long)value => (long)value,
            DuckDbType.HugeInt => HugeInt(vector, row),
            DuckDbType.Varchar => vector.Text(row),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Cells of this type are cast first."),
        };
    }

    // duckdb_hugeint: the lower half first.
    private static Int128 HugeInt(Vector vector, int row)
        => new((ulong)vector.Cell<long>((2 * row) + 1), (ulong)vector.Cell<long>(2 * row));
}
