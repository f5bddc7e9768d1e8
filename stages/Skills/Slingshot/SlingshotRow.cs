namespace Research.Skills.Slingshot;

/// <summary>Failures of the worst tuples on one graph.</summary>
/// <param name="TupleSize">k'.</param>
/// <param name="Graph">Number of the graph.</param>
/// <param name="Alpha">Share of the tuples that failures are aimed at.</param>
/// <param name="Theta">Share of texts that fail.</param>
/// <param name="Pieces">Pieces of k' texts that were drawn.</param>
/// <param name="FailedPieces">Those with a failed text.</param>
/// <param name="PieceTheta">theta' = 1 - (1 - theta)^k'.</param>
/// <param name="Failure">Share of failed pieces among those of a tuple, mean over the worst share of the tuples, exact for the graph.</param>
/// <param name="DrawnFailure">The same, counted in the drawn pieces.</param>
/// <param name="Bound">beta_min theta' for tuples; null where the bound says nothing.</param>
/// <param name="ScaledFailure">As <paramref name="Failure"/>, where theta / k' of the texts fail: a model of a loss k' times smaller.</param>
/// <param name="SingleBound">beta_min theta of single skills where theta fails: what the scaled failure must not exceed.</param>
public sealed record SlingshotRow(
    int TupleSize,
    int Graph,
    double Alpha,
    double Theta,
    int Pieces,
    int FailedPieces,
    double PieceTheta,
    double Failure,
    double DrawnFailure,
    double? Bound,
    double ScaledFailure,
    double SingleBound);
