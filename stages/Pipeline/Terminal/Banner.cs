namespace Research.Pipeline.Terminal;

/// <summary>The first line: which program runs what, where.</summary>
internal static class Banner
{
    /// <summary><c>research 1.0 · laptop · 2 cores · CPU (AVX-512)</c>.</summary>
    /// <param name="profile">Name of the profile.</param>
    /// <param name="machine">The machine in a few words.</param>
    public static string Of(string profile, string machine) =>
        $"research {typeof(Banner).Assembly.GetName().Version?.ToString(2)} · {profile} · {machine}";
}
