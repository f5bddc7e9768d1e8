namespace Research.Reporting;

/// <summary>What a report is made of, apart from its inputs.</summary>
/// <param name="Profile">The name of the profile, as the report says it.</param>
public sealed record ReportSpec(string Profile)
{
    /// <inheritdoc />
    public override string ToString() => Profile;
}
