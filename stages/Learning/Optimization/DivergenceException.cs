namespace Research.Learning.Optimization;

/// <summary>A training came to numbers that are not finite.</summary>
/// <param name="row">The update that could not be made.</param>
internal sealed class DivergenceException(LossRow row) : Exception
{
    public LossRow Row { get; } = row;

    /// <summary><c>the loss is NaN at step 57 (learning rate 0.004, gradient norm 3.1)</c>.</summary>
    public override string Message => double.IsFinite(Row.Loss)
        ? $"the norm of the gradient is {Row.GradientNorm} at step {Row.Step} (learning rate {Row.LearningRate}, loss {Row.Loss:0.0000})"
        : $"the loss is {Row.Loss} at step {Row.Step} (learning rate {Row.LearningRate}, gradient norm {Row.GradientNorm})";
}
