namespace Research.Pipeline.Terminal;

/// <summary>The lines around a closing table, in NUKE's form.</summary>
internal static class TableFrame
{
    /// <summary>The table.</summary>
    /// <param name="header">Names of the columns; its length is the width of the table.</param>
    /// <param name="rows">One line per target.</param>
    /// <param name="total">The last line.</param>
    /// <param name="paint">Colors.</param>
    public static IReadOnlyList<string> Around(string header, IEnumerable<string> rows, string total, Paint paint)
    {
        var (heavy, light) = (new string('═', header.Length), new string('─', header.Length));
        return [heavy, paint.Bold(header), light, .. rows, light, total, heavy];
    }
}
