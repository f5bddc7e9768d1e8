namespace Research.Tables.Queries;

/// <summary>One Parquet file of a table that can be queried; several files with the same table name form one table.</summary>
/// <param name="Table">The table's name in SQL; upper and lower case are the same.</param>
/// <param name="Path">The Parquet file.</param>
/// <param name="Job">What the column <c>job</c> says in this file's rows: the label of the job that wrote it; null for no such column.</param>
public sealed record QuerySource(string Table, string Path, string? Job = null);
