namespace Research.Tables.Native;

/// <summary>The column types of DuckDB's C API (<c>DUCKDB_TYPE</c>) that tables and queries use.</summary>
internal enum DuckDbType
{
    Invalid = 0,
    Boolean = 1,
    TinyInt = 2,
    SmallInt = 3,
    Integer = 4,
    BigInt = 5,
    UTinyInt = 6,
    USmallInt = 7,
    UInteger = 8,
    UBigInt = 9,
    Float = 10,
    Double = 11,
    HugeInt = 16,
    Varchar = 17,
    Blob = 18,
    Decimal = 19,
}
