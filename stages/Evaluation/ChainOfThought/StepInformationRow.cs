using Research.Languages.Chains;

namespace Research.Evaluation.ChainOfThought;

/// <summary>What the steps between two nodes tell, exactly; all information in nats.</summary>
/// <param name="Topology">The world's topology.</param>
/// <param name="Condition">Letter of the node at the start.</param>
/// <param name="Target">Letter of the node at the end.</param>
/// <param name="Steps">Steps from one to the other.</param>
/// <param name="HeldOut">Whether no document holds both.</param>
/// <param name="FromStart">I(target; condition).</param>
/// <param name="FromSteps">I(target; steps | condition): the average of ln q(target | condition, steps) - ln q(target | condition).</param>
/// <param name="Lower">Probability of an instance whose steps make the target's value less likely.</param>
/// <param name="Instance">The most probable such instance, statements from the condition to the target; empty if there is none.</param>
/// <param name="Probability">Its probability.</param>
/// <param name="WithSteps">q(target | condition, steps) in it.</param>
/// <param name="WithoutSteps">q(target | condition) in it.</param>
/// <param name="OwnSteps">
/// Largest difference, over all values, between q(target | condition) and the same by way of steps that the exact reader generates itself.
/// </param>
public sealed record StepInformationRow(
    Topology Topology,
    string Condition,
    string Target,
    int Steps,
    bool HeldOut,
    double FromStart,
    double FromSteps,
    double Lower,
    string Instance,
    double Probability,
    double WithSteps,
    double WithoutSteps,
    double OwnSteps);
