namespace Research.Skills.Peeling;

/// <summary>What a text draws from one class of skills.</summary>
/// <param name="Mean">Mean number of skills, from 0 to <see cref="PoissonTable.LargestMean"/>; the number is Poisson's.</param>
/// <param name="First">The class's first skill.</param>
/// <param name="Count">Skills of the class, at least 1; each is as likely as any other.</param>
public sealed record SkillDraw(double Mean, int First, int Count);
