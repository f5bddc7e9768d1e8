using Research.Learning;

namespace Research.Evaluation.Density;

/// <summary>How the distribution of one model is held against the language's.</summary>
/// <param name="Training">Which training.</param>
/// <param name="Windows">Validation windows, at least 2.</param>
public sealed record DensitySpec(Training Training, int Windows)
{
    /// <inheritdoc/>
    public override string ToString() => Training.ToString();
}
