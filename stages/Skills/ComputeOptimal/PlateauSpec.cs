namespace Research.Skills.ComputeOptimal;

/// <summary>Accuracy over compute, for a way to compute the levels.</summary>
/// <param name="Variant">The way.</param>
/// <param name="FirstDecade">Common logarithm of the smallest budget C.</param>
/// <param name="LastDecade">Common logarithm of the largest.</param>
public sealed record PlateauSpec(SkillLevelsVariant Variant, int FirstDecade = 4, int LastDecade = 16)
{
    /// <summary>Budgets in each power of ten.</summary>
    public const int BudgetsPerDecade = 4;

    /// <inheritdoc/>
    public override string ToString() => Variant.ToString();
}
