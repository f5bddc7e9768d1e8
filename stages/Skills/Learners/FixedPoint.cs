namespace Research.Skills.Learners;

/// <summary>The end of a recursion.</summary>
/// <param name="Value">The fixed point.</param>
/// <param name="Steps">Evaluations that it took.</param>
/// <param name="Converged">
/// False where the recursion is so near the birth of a fixed point that its steps became too small to tell how far it
/// still has to go: the value is then where it was given up.
/// </param>
public readonly record struct FixedPoint(double Value, int Steps, bool Converged);
