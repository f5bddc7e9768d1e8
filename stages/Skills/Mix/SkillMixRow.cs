namespace Research.Skills.Mix;

/// <summary>The novelty bound for combinations of k skills and a topic.</summary>
/// <param name="Skills">k.</param>
/// <param name="Matching">Texts of the corpus to be expected for one combination, p_s^k p_t L.</param>
/// <param name="RequiredRate">Success rate above which over a third of the successes are novel; above 1 none is enough.</param>
/// <param name="PublishedRate">Success rate of GPT-4 that the paper's figures give; null where none is known.</param>
/// <param name="NovelShare">Least share of novel combinations among those successes.</param>
public sealed record SkillMixRow(int Skills, double Matching, double RequiredRate, double? PublishedRate, double? NovelShare);
