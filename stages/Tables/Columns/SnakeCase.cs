using System.Text;

namespace Research.Tables.Columns;

/// <summary>Names of columns and of the values of enumerations.</summary>
internal static class SnakeCase
{
    /// <summary>
    /// <c>KlToTruth</c> becomes <c>kl_to_truth</c>, <c>KLBound</c> becomes <c>kl_bound</c>, <c>Q1</c> stays one word.
    /// </summary>
    public static string Of(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) result.Append('_');
            result.Append(char.ToLowerInvariant(name[i]));
        }

        return result.ToString();
    }
}
