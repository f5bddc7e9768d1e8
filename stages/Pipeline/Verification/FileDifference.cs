using Research.Pipeline.Keys;

namespace Research.Pipeline.Verification;

/// <summary>A file that is not the same in two artifacts.</summary>
/// <param name="Name">Path inside the artifact, with <c>/</c> between folders.</param>
/// <param name="Stored">Digest of the stored file; null if the store has none of the name.</param>
/// <param name="Received">Digest of the file just written; null if none was.</param>
/// <param name="First">The first difference, in the terms of the format; empty if a file is missing.</param>
internal sealed record FileDifference(string Name, Digest? Stored, Digest? Received, string First);
