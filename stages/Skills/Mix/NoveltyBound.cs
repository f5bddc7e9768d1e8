using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.Mix;

/// <summary>
/// How many of a model's successes on random combinations of k skills and a topic cannot have stood in its corpus
/// (Yu et al. 2023, section 6). Frequencies are multiplied, which takes the skills of a text to be independent.
/// </summary>
public static class NoveltyBound
{
    /// <summary>The share of novel successes that the paper asks for.</summary>
    public const double AskedShare = 1.0 / 3;

    /// <summary>Texts of the corpus to be expected for one combination: p_s^k p_t L, a pure number.</summary>
    /// <param name="skills">k, at least 1.</param>
    /// <param name="skillShare">p_s, the share of texts that use a skill, in (0, 1].</param>
    /// <param name="topicShare">p_t, the share of texts on a topic, in (0, 1].</param>
    /// <param name="texts">L, texts of the corpus, above 0.</param>
    /// <exception cref="InputException">One of them is out of range.</exception>
    public static double Matching(int skills, double skillShare, double topicShare, double texts) =>
        Elementary.Pow(Range.Share(skillShare, "share of texts that use a skill"), Range.Between(skills, 1, 1000, "skills of a combination"))
        * Range.Share(topicShare, "share of texts on a topic") * Range.Positive(texts, "texts of the corpus");

    /// <summary>Least share of novel combinations among the successes: 1 - matching / rate, or 0 if that is negative.</summary>
    /// <param name="matching">Texts to be expected for one combination.</param>
    /// <param name="successRate">alpha_k, the share of combinations that the model succeeds on, in (0, 1].</param>
    /// <exception cref="InputException">One of them is out of range.</exception>
    public static double NovelShare(double matching, double successRate)
    {
        var novel = 1 - Range.NotNegative(matching, "texts for one combination") / Range.Share(successRate, "success rate");
        return novel > 0 ? novel : 0;
    }

    /// <summary>The success rate above which more than a third of the successes are novel: 3/2 matching.</summary>
    /// <exception cref="InputException">The texts for one combination are out of range.</exception>
    public static double RequiredRate(double matching) =>
        Range.NotNegative(matching, "texts for one combination") / (1 - AskedShare);
}
