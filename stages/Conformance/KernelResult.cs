namespace Research.Conformance;

/// <summary>What a kernel gave on one device.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Device">The device; <c>reference</c> for the scalar programs.</param>
/// <param name="Threads">Numbers of threads that were tried.</param>
/// <param name="Digest">SHA-256 over all cases; where the numbers of threads differ, that of the first that is not the golden one.</param>
/// <param name="Differing">The numbers of threads with which the digest is not the golden one.</param>
/// <param name="Mismatch">What differs from the golden digest, in a sentence; null if nothing does.</param>
public sealed record KernelResult(
    string Kernel, string Device, IReadOnlyList<int> Threads, string Digest, IReadOnlyList<int> Differing, string? Mismatch);
