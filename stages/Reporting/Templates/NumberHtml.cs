using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Templates;

/// <summary>A number as HTML: what a reader sees, with the full precision one hover away.</summary>
internal static class NumberHtml
{
    public static string Of(Number number)
    {
        var interval = NumberText.Interval(number);
        var unit = NumberText.Unit(number);
        return $"<span class=\"number\" title=\"{Html.Encode(NumberText.Precise(number))}\">{NumberText.Value(number)}"
            + (interval.Length > 0 ? $" <span class=\"interval\">{interval}</span>" : "")
            + (unit.Length > 0 ? $" <span class=\"unit\">{Html.Encode(unit)}</span>" : "")
            + "</span>";
    }
}
