namespace Research.Mirage.Loss;

/// <summary>A curve of ability over pre-training loss with two parameters; ability is 0 at chance and 1 where all is right.</summary>
/// <param name="Kind">Which curve.</param>
/// <param name="First">Hinge: the loss eta below which there is ability. Smooth: the loss at which ability is one half.</param>
/// <param name="Second">Hinge: the loss at which ability is complete, below eta. Smooth: the scale of the logistic, in nats per token.</param>
internal readonly record struct AbilityCurve(CurveKind Kind, double First, double Second)
{
    /// <summary>The ability at a loss.</summary>
    public double At(double loss)
    {
        if (Kind == CurveKind.Smooth) return 1 / (1 + Numerics.Elementary.Exp((loss - First) / Second));
        var share = (First - loss) / (First - Second);
        return share < 0 ? 0 : share > 1 ? 1 : share;
    }
}
