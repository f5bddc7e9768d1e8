using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Templates;

/// <summary>A number as a row of the appendix.</summary>
internal sealed record NumberView(string Id, string Value, string Interval, string Unit, string N, string Precise)
{
    public static NumberView Of(Number number) => new(
        number.Id,
        NumberText.Value(number),
        NumberText.Interval(number),
        NumberText.Unit(number),
        NumberText.Short(number.N),
        NumberText.Precise(number));
}
