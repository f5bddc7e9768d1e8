namespace Research.Reporting;

/// <summary>The page about a table of scores that a user brings.</summary>
/// <param name="Name">The name of the file or folder, as the page says it.</param>
/// <param name="Profile">The name of the profile.</param>
public sealed record ScorePageSpec(string Name, string Profile)
{
    /// <inheritdoc />
    public override string ToString() => Name;
}
