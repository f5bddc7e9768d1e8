namespace Research.Pipeline.Keys;

/// <summary>
/// Identifies the work of one job by content: the digest of its <see cref="KeyComponents"/>. Equal keys mean equal results.
/// </summary>
/// <param name="Digest">SHA-256 of the canonical components.</param>
public readonly record struct JobKey(Digest Digest)
{
    /// <summary>The version of the way keys are computed; a component of every key.</summary>
    public const int Scheme = 1;

    /// <summary>The 64 hexadecimal digits.</summary>
    public override string ToString() => Digest.Hex;
}
