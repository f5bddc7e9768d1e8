namespace Research.Skills.Learners;

/// <summary>Errors of a learner at one ratio, on one graph and in theory.</summary>
/// <param name="Limit">D.</param>
/// <param name="Load">c.</param>
/// <param name="Exposure">c R.</param>
/// <param name="Ratio">R.</param>
/// <param name="Skills">Number of skills.</param>
/// <param name="Graph">Number of the graph.</param>
/// <param name="Unlearned">Share of skills that are not learned.</param>
/// <param name="Wrong">Fresh texts that contain one of them.</param>
/// <param name="Fresh">Fresh texts.</param>
/// <param name="Unfinished">Share of training texts that contain one of them.</param>
/// <param name="PredictedUnlearned">By density evolution.</param>
/// <param name="PredictedError">Testing error by density evolution.</param>
/// <param name="PredictedUnfinished">Training error by density evolution.</param>
/// <param name="LogAsymptote">ln c - c R.</param>
public sealed record ScalingRow(
    int Limit, double Load, double Exposure, double Ratio, int Skills, int Graph, double Unlearned, int Wrong, int Fresh,
    double Unfinished, double PredictedUnlearned, double PredictedError, double PredictedUnfinished, double LogAsymptote);
