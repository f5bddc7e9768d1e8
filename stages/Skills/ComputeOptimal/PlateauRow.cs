namespace Research.Skills.ComputeOptimal;

/// <summary>Accuracy at a budget.</summary>
/// <param name="Variant">How the levels are computed.</param>
/// <param name="Mix">Of which levels the skills of tasks are.</param>
/// <param name="Decade">Common logarithm of the budget C = R T.</param>
/// <param name="Operations">Floating-point operations of training.</param>
/// <param name="Concepts">R, at the compute-optimal ratio.</param>
/// <param name="Accuracy">Share of tasks done.</param>
public sealed record PlateauRow(SkillLevelsVariant Variant, TaskMix Mix, double Decade, double Operations, double Concepts, double Accuracy);
