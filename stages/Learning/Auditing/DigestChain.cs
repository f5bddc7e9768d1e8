namespace Research.Learning.Auditing;

/// <summary>
/// The digest chain of a training, entry by entry. Each entry's link covers all entries, all states and all rows of the loss
/// curve before it, so that none of them can be altered without altering every link that follows.
/// </summary>
/// <param name="head">Digest of what determines the training.</param>
internal sealed class DigestChain(string head)
{
    private readonly List<ChainRow> rows = [];

    /// <summary>The entries so far.</summary>
    public IReadOnlyList<ChainRow> Rows => rows;

    /// <summary>The last link: it stands for everything so far.</summary>
    public string Link => rows.Count == 0 ? head : rows[^1].Link;

    /// <summary>The step of the last entry; -1 if there is none.</summary>
    public int Step => rows.Count == 0 ? -1 : rows[^1].Step;

    /// <summary>Adds the entry of a step.</summary>
    /// <param name="step">Updates done; more than at the last entry.</param>
    /// <param name="digest">The state after them.</param>
    /// <param name="losses">The loss curve, at least up to the step.</param>
    public ChainRow Append(int step, StateDigest digest, IReadOnlyList<LossRow> losses)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, Step);
        var (state, curve) = (digest.At(step), DigestOf(losses, Step, step));
        var row = new ChainRow(
            step, digest.Weights, digest.FirstMoment, digest.SecondMoment, state, curve, LinkOf(Link, step, state, curve));
        rows.Add(row);
        return row;
    }

    /// <summary>Forgets what came after a step.</summary>
    public void RewindTo(int step) => rows.RemoveAll(row => row.Step > step);

    /// <summary>The link of an entry.</summary>
    public static string LinkOf(string previous, int step, string state, string losses)
    {
        using var hash = new Sha256Writer("link");
        hash.Add(previous);
        hash.Add((long)step);
        hash.Add(state);
        hash.Add(losses);
        return hash.Finish();
    }

    /// <summary>The digest of the rows of the loss curve between two entries.</summary>
    /// <param name="losses">The loss curve, at least up to the second.</param>
    /// <param name="after">Step of the first; -1 if there is none.</param>
    /// <param name="end">Step of the second, whose row is the last.</param>
    public static string DigestOf(IReadOnlyList<LossRow> losses, int after, int end)
    {
        using var hash = new Sha256Writer("losses");
        for (var i = Math.Max(after, 0); i < end; i++)
        {
            hash.Add((long)losses[i].Step);
            hash.Add(losses[i].Loss);
            hash.Add(losses[i].LearningRate);
            hash.Add(losses[i].GradientNorm);
            hash.Add(losses[i].Tokens);
        }

        return hash.Finish();
    }
}
