namespace Research.Skills.Mix;

/// <summary>The frequencies that the paper bounds, and how far to follow the bound.</summary>
/// <param name="LargestTuple">The bound is computed for combinations of 1 to this many skills.</param>
/// <param name="SkillShare">p_s, the largest share of texts that use a skill of the list.</param>
/// <param name="TopicShare">p_t, the largest share of texts on a topic of the list.</param>
/// <param name="Texts">L, the number of texts in the corpus.</param>
public sealed record SkillMixSpec(int LargestTuple = 8, double SkillShare = 0.0144, double TopicShare = 0.0022, double Texts = 5e10)
{
    /// <inheritdoc/>
    public override string ToString() => $"1 to {LargestTuple} skills";
}
