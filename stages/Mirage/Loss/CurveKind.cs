namespace Research.Mirage.Loss;

/// <summary>How ability goes with loss.</summary>
public enum CurveKind
{
    /// <summary>
    /// Chance level above a loss eta, a straight line below it, up to full ability: the loss perspective (arXiv 2403.15796), with our
    /// choice of a line and of a ceiling.
    /// </summary>
    Hinge,

    /// <summary>A logistic curve: no loss is special.</summary>
    Smooth,
}
