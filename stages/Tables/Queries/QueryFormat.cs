namespace Research.Tables.Queries;

/// <summary>How the result of a query is printed.</summary>
public enum QueryFormat
{
    /// <summary>Columns aligned for reading, numbers to the right.</summary>
    Table,

    /// <summary>Comma-separated values as in RFC 4180, a header first, missing values empty.</summary>
    Csv,

    /// <summary>
    /// An array of objects, one a row; numbers that JSON lacks are the texts NaN, Infinity, -Infinity.
    /// </summary>
    Json,
}
