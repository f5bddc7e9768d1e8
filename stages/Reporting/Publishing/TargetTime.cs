namespace Research.Reporting.Publishing;

/// <summary>What one target of the build program cost.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Jobs">How many jobs it has.</param>
/// <param name="Cached">How many of them were not run, because their result was known.</param>
/// <param name="Seconds">Seconds of work behind its results, in whatever run that was.</param>
/// <param name="PeakMegabytes">The largest memory a job of it used; null if unknown.</param>
public sealed record TargetTime(string Target, int Jobs, int Cached, double Seconds, double? PeakMegabytes = null);
