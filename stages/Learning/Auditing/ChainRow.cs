namespace Research.Learning.Auditing;

/// <summary>One entry in the digest chain of a training; every digest is a SHA-256 in hexadecimal digits.</summary>
/// <param name="Step">Updates done; the first entry has 0.</param>
/// <param name="Weights">Of the weights after them.</param>
/// <param name="FirstMoment">Of AdamW's first moment.</param>
/// <param name="SecondMoment">Of AdamW's second moment.</param>
/// <param name="State">Of the step and the three before: the whole state.</param>
/// <param name="Losses">Of the rows of the loss curve since the entry before.</param>
/// <param name="Link">Of the link before (the head's digest at first), the step, the state and the losses.</param>
public sealed record ChainRow(
    int Step, string Weights, string FirstMoment, string SecondMoment, string State, string Losses, string Link)
{
    /// <summary>What the entry says of the state.</summary>
    internal StateDigest Digest => new(Weights, FirstMoment, SecondMoment);
}
