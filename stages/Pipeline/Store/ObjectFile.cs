using Research.Pipeline.Keys;

namespace Research.Pipeline.Store;

/// <summary>One file of an artifact.</summary>
/// <param name="Name">Path inside the artifact's folder, with <c>/</c> between folders.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="Digest">SHA-256 of the bytes.</param>
public sealed record ObjectFile(string Name, long Length, Digest Digest);
