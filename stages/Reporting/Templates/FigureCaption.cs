using Research.Reporting.Numbers;
using Research.Tables.Queries;

namespace Research.Reporting.Templates;

/// <summary>
/// What a figure's caption may say about its data: <c>{{seeds}}</c> is the range of the column <c>seeds</c>.
/// </summary>
internal static class FigureCaption
{
    /// <summary>
    /// Every column as text: <c>3</c>, <c>3 to 5</c>, or the different texts in the order of the rows.
    /// </summary>
    public static Dictionary<string, object> Context(QueryResult data)
        => data.Columns
            .Select((column, i) => (column, Values: data.Rows.Select(row => row[i]).OfType<object>().ToList()))
            .Where(entry => entry.Values.Count > 0)
            .DistinctBy(entry => entry.column)
            .ToDictionary(entry => entry.column, entry => (object)Range(entry.Values));

    private static string Range(List<object> values)
    {
        if (values[0] is string or bool) return string.Join(", ", values.Select(value => value.ToString()).Distinct());
        var numbers = values.Select(value => Convert.ToDouble(value, null)).ToList();
        var (low, high) = (NumberText.Short(numbers.Min()), NumberText.Short(numbers.Max()));
        return low == high ? low : $"{low} to {high}";
    }
}
