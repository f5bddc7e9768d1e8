namespace Research.Pipeline.Terminal;

/// <summary>The block that begins the output of a target, in NUKE's form.</summary>
internal static class TargetHeader
{
    /// <summary>Three lines.</summary>
    /// <param name="name">The target.</param>
    /// <param name="note">What is said beside the name; may be empty.</param>
    /// <param name="paint">Colors.</param>
    public static IReadOnlyList<string> Format(string name, string note, Paint paint) =>
    [
        paint.Cyan("╬" + new string('═', name.Length + 5)),
        paint.Cyan("║ ") + paint.Bold(name) + (note.Length == 0 ? "" : "  " + paint.Dim(note)),
        paint.Cyan("╬" + new string('═', Math.Max(name.Length - 4, 2))),
    ];
}
