namespace Research.Skills.ComputeOptimal;

/// <summary>The best division of a budget.</summary>
/// <param name="Signs">Signs of the finite-length law.</param>
/// <param name="Budget">C = R T.</param>
/// <param name="Operations">Floating-point operations of training.</param>
/// <param name="Concepts">R*.</param>
/// <param name="TextsPerConcept">T* / R*.</param>
/// <param name="LimitRatio">The emergence threshold of a 1-skill learner at that many skills of a text.</param>
/// <param name="Threshold">epsilon* there.</param>
/// <param name="Scaling">alpha there.</param>
/// <param name="Learned">Concepts learned of R*.</param>
/// <param name="TrainingError">Share of training texts with two unlearned concepts or more; null where a text holds all concepts.</param>
/// <param name="LeastExcess">Excess entropy that this implies, nats.</param>
/// <param name="PublishedExcess">Excess entropy of the published scaling law at as many parameters and tokens, nats.</param>
public sealed record AllocationRow(
    ScalingSigns Signs, double Budget, double Operations, double Concepts, double TextsPerConcept, double LimitRatio, double Threshold, double Scaling,
    double Learned, double? TrainingError, double? LeastExcess, double PublishedExcess);
