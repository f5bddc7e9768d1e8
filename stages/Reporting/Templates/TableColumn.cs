using System.Globalization;
using System.Text.RegularExpressions;
using Research.Reporting.Numbers;

namespace Research.Reporting.Templates;

/// <summary>
/// How the cells of one column of a table look: numbers to the right, all with the same number of decimals.
/// </summary>
internal sealed partial class TableColumn
{
    private readonly int _decimals;
    private readonly bool _quantity;

    public TableColumn(int index, IReadOnlyList<object?> values)
    {
        NamesRows = index == 0;
        _decimals = NumberText.DecimalsOf(values.Where(value => value is double or float).Select(Convert.ToDouble));
        _quantity = !NamesRows && values.Any(IsQuantity);
    }

    /// <summary>Whether the cells are the headings of their rows.</summary>
    public bool NamesRows { get; }

    /// <summary>The class attribute of the column's cells.</summary>
    public string Class => _quantity ? " class=\"quantity\"" : "";

    public string Cell(object? value) => value switch
    {
        null => "–",
        double number => Quantity(number),
        float number => Quantity(number),
        bool truth => truth ? "yes" : "no",
        string text => Html.Encode(_quantity ? HyphenBeforeNumber().Replace(text, "\u2212") : text),
        _ => NumberText.Short(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
    };

    private static bool IsQuantity(object? value) => value switch
    {
        null or bool => false,
        string text => StartsWithNumber().IsMatch(text),
        _ => true,
    };

    [GeneratedRegex("^[-\u2212]?[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex StartsWithNumber();

    [GeneratedRegex("(?<![\\w.])-(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex HyphenBeforeNumber();

    private string Quantity(double value)
        => $"<span title=\"{NumberText.Exact(value)}\">{NumberText.InColumn(value, _decimals)}</span>";
}
