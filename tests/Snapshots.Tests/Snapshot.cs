namespace Research.Snapshots.Tests;

/// <summary>
/// Results of record in a file <c>name.verified.json</c>. If others come, they are left beside it as
/// <c>name.received.json</c>.
/// </summary>
internal sealed class Snapshot(string folder, string name)
{
    private const string AcceptVariable = "ACCEPT_SNAPSHOTS";

    private string Verified => Path.Combine(folder, $"{name}.verified.json");

    private string Received => Path.Combine(folder, $"{name}.received.json");

    /// <summary>The environment says that what comes is right.</summary>
    public static bool IsAccepting => Environment.GetEnvironmentVariable(AcceptVariable) is { Length: > 0 } and not "0";

    /// <summary>Compares results with those of record, to the last bit.</summary>
    /// <param name="received">The results.</param>
    /// <param name="isAccepting">Makes them the results of record.</param>
    /// <returns>Null if they are equal, else what differs and what to do about it.</returns>
    public string? Compare(ReportNumbers received, bool isAccepting)
    {
        if (isAccepting) File.WriteAllText(Verified, received.Text);
        var verified = File.Exists(Verified) ? File.ReadAllText(Verified) : null;
        if (verified == received.Text)
        {
            File.Delete(Received);
            return null;
        }

        File.WriteAllText(Received, received.Text);
        var drift = verified is null
            ? $"There is no {Verified} yet."
            : NumberDrift.Table(ReportNumbers.Parse(verified), received);
        return $"""
            The results differ from those of record.
            {(drift.Length > 0 ? drift : "The same results stand in another order or form.")}

            If the new ones are right, accept them: copy {Received}
            over {Path.GetFileName(Verified)}, or run the test again with {AcceptVariable}=1 in the environment.
            """;
    }
}
