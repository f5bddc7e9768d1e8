namespace Research.Tables.Queries;

/// <summary>The result of a query.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">
/// The rows in the query's order, one value a column: null, bool, long, ulong, Int128, float, double or string (every
/// other type of SQL as its text).
/// </param>
public sealed record QueryResult(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
