namespace Research.Skills.Learners;

/// <summary>The thresholds at one load above the critical one.</summary>
/// <param name="Limit">D.</param>
/// <param name="Load">c.</param>
/// <param name="Ratio">R*.</param>
/// <param name="LowRatio">R_low.</param>
/// <param name="UnlearnedBelow">q just below R*.</param>
/// <param name="UnlearnedAbove">q just above R*.</param>
public sealed record PhaseRow(int Limit, double Load, double Ratio, double LowRatio, double UnlearnedBelow, double UnlearnedAbove);
