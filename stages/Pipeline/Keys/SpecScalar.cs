using System.Globalization;
using System.Text;

namespace Research.Pipeline.Keys;

/// <summary>The canonical text of a single value of a spec.</summary>
internal static class SpecScalar
{
    /// <summary>
    /// Formats a value: numbers in the shortest form that reads back to the same bits, -0 as 0 (the two are equal) and one NaN;
    /// texts quoted, so that "1" is not 1; enums by name.
    /// </summary>
    /// <returns>False if the value is not a scalar.</returns>
    public static bool TryFormat(object value, out string text)
    {
        text = value switch
        {
            string s => Quote(s),
            bool b => b ? "true" : "false",
            double d => d == 0 ? "0" : d.ToString("R", CultureInfo.InvariantCulture),
            float f => f == 0 ? "0" : f.ToString("R", CultureInfo.InvariantCulture),
            Half h => h == (Half)0 ? "0" : h.ToString("R", CultureInfo.InvariantCulture),
            decimal m => (m / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
            char c => Quote(c.ToString()),
            Enum e => e.ToString(),
            Digest d => d.Hex,
            byte or sbyte or short or ushort or int or uint or long or ulong or Int128 or UInt128
                => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            _ => "",
        };
        return text.Length > 0;
    }

    private static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                quoted.Append(c).Append(value[++i]);
            else if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || char.IsSurrogate(c))
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
