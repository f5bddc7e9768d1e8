using System.Globalization;
using System.Text.RegularExpressions;

namespace Research.Mirage.Scores.Sources;

/// <summary>Size and family as model identifiers spell them: <c>pythia-1.4b-deduped</c>, <c>opt-350m</c>, <c>bloom-1b7</c>.</summary>
internal static partial class ModelName
{
    /// <summary>The size in parameters, null if the name has none; the last one counts, since versions come first.</summary>
    public static double? Size(string model)
    {
        var size = SizePattern().Matches(model).LastOrDefault();
        if (size is null) return null;
        var whole = double.Parse(size.Groups["number"].Value, CultureInfo.InvariantCulture);
        if (size.Groups["tenth"].Success) whole += int.Parse(size.Groups["tenth"].Value, CultureInfo.InvariantCulture) / 10.0;
        return whole * (size.Groups["unit"].Value is "b" or "B" ? 1e9 : 1e6);
    }

    /// <summary>The name without its size.</summary>
    public static string Family(string model)
    {
        var size = SizePattern().Matches(model).LastOrDefault();
        return size is null ? model : model[..size.Index].TrimEnd('-', '_') + model[(size.Index + size.Length)..];
    }

    [GeneratedRegex("(?<![A-Za-z0-9.])(?<number>[0-9]+(\\.[0-9]+)?)(?<unit>[bBmM])(?<tenth>[0-9])?(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex SizePattern();
}
