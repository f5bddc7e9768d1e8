using Research.Jobs;

namespace Research.Pipeline.Verification;

/// <summary>What a verb verifies, and how it speaks of differences.</summary>
/// <param name="Sample">How many of the cached jobs, picked by chance; null for all.</param>
/// <param name="Seed">Picks the same jobs again; null for one that nobody can foresee.</param>
/// <param name="Formats">The file formats whose differences can be told in their own terms.</param>
internal sealed record VerificationSpec(int? Sample, string? Seed, IReadOnlyList<IFileDifference> Formats);
