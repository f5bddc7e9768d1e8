using System.Globalization;

namespace Research.Skills.ComputeOptimal;

/// <summary>A range of budgets to divide.</summary>
/// <param name="Signs">Signs of the finite-length law.</param>
/// <param name="BudgetsPerDecade">Budgets in each power of ten, at least 1.</param>
/// <param name="FirstDecade">Common logarithm of the smallest budget C.</param>
/// <param name="LastDecade">Common logarithm of the largest.</param>
public sealed record AllocationSpec(ScalingSigns Signs, int BudgetsPerDecade, int FirstDecade = 2, int LastDecade = 20)
{
    /// <summary>Floating-point operations of a unit of budget: 6 x 2e5 parameters of a concept x 8e5 tokens of a text.</summary>
    public const double Operations = 6 * 2e5 * 8e5;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Signs} signs");
}
