using System.Security.Cryptography;
using System.Text;
using Research.Pipeline.Keys;
using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Verification;

/// <summary>
/// Picks jobs by chance: those with the smallest SHA-256 of seed and key. Whoever knows the seed picks the same, on any machine; who
/// does not cannot foresee the choice.
/// </summary>
internal static class JobSample
{
    private const int SeedDigits = 16;

    /// <summary>A seed from the operating system's cryptographic generator.</summary>
    public static string NewSeed() => RandomNumberGenerator.GetHexString(SeedDigits, lowercase: true);

    /// <summary>Some of the jobs, in their order.</summary>
    /// <param name="jobs">The jobs, with their keys known.</param>
    /// <param name="count">How many; all, if there are no more.</param>
    /// <param name="seed">The seed.</param>
    public static IReadOnlyList<JobRun> Of(IReadOnlyList<JobRun> jobs, int count, string seed) =>
    [
        .. jobs.OrderBy(job => Digest.Of(Encoding.UTF8.GetBytes($"{seed}\n{job.Components!.Key}")))
            .Take(count)
            .OrderBy(job => job.Order),
    ];
}
