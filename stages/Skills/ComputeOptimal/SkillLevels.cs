using System.Globalization;
using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.ComputeOptimal;

/// <summary>
/// Skills of a hundred levels (Nayak &amp; Varshney 2024, as in the authors' code). Skills of a level are connected where enough
/// pairs of concepts tell of both, and where the level below is connected; a task of some skills is done if all are in the giant
/// component.
/// </summary>
/// <param name="Variant">How it is computed.</param>
/// <param name="ConceptsOfText">d_t, mean learnable concepts of a text.</param>
public sealed record SkillLevels(SkillLevelsVariant Variant, double ConceptsOfText = 6)
{
    /// <summary>Number of levels.</summary>
    public const int Levels = 100;

    private const double SkillsOfLevel = 1000;
    private const int QuirkLevel = 11;
    private const int FewestSkills = 2;
    private const int MostSkills = 7;

    /// <summary>gamma_l, the share of the skills of each level in its giant component; index 0 is level 1.</summary>
    /// <param name="concepts">R, above d_t.</param>
    /// <param name="texts">T, above 0.</param>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public double[] Giants(double concepts, double texts)
    {
        Range.Positive(texts, "texts");
        if (!(concepts > Range.Positive(ConceptsOfText, "mean concepts of a text") && double.IsFinite(concepts)))
        {
            throw new InputException(
                string.Create(CultureInfo.InvariantCulture, $"{concepts} concepts are not more than the {ConceptsOfText} of a text"), "concepts", "Give more.");
        }

        var together = ConceptsOfText / concepts * (ConceptsOfText / concepts);
        var pair = -Elementary.Expm1(texts * Elementary.Log1p(-together)) / (SkillsOfLevel * SkillsOfLevel);
        var pairs = 0.5 * concepts * (concepts - 1);
        var giants = new double[Levels];
        var factor = 1.0;
        for (var level = 1; level <= Levels; level++)
        {
            if (Variant != SkillLevelsVariant.Code && level > 1) factor = Prerequisites(giants[level - 2], level);
            var edge = (Variant == SkillLevelsVariant.Exact ? PoissonTail(pairs * pair, Needed(level)) : Approximation(pairs, pair, Needed(level))) * factor;
            giants[level - 1] = Giant(SkillsOfLevel * edge);
            if (Variant == SkillLevelsVariant.Code && level == QuirkLevel) factor = Prerequisites(giants[level - 1], level);
        }

        return giants;
    }

    /// <summary>Share of tasks done: levels by their weights, 2 to 7 skills alike.</summary>
    /// <param name="giants">gamma_l of all levels.</param>
    /// <param name="weights">q(l), the weight of each level.</param>
    public static double Accuracy(ReadOnlySpan<double> giants, ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var level = 0; level < Levels; level++)
        {
            var (done, power) = (0.0, giants[level]);
            for (var skills = FewestSkills; skills <= MostSkills; skills++) done += power *= giants[level];
            sum += weights[level] * done / (MostSkills - FewestSkills + 1);
        }

        return sum;
    }

    /// <summary>The size of the giant component of a random graph with that mean degree: gamma = 1 - e^(-degree gamma).</summary>
    internal static double Giant(double degree) => degree <= 1 ? 0 : 1 + Elementary.LambertW0(-degree * Elementary.Exp(-degree)) / degree;

    /// <summary>P[Poisson(mean) is at least so many].</summary>
    internal static double PoissonTail(double mean, int least)
    {
        var sum = 0.0;
        if (mean < least)
        {
            for (var count = least; ; count++)
            {
                var term = Term(count);
                sum += term;
                if (term <= 1e-17 * sum) return sum;
            }
        }

        for (var count = 0; count < least; count++) sum += Term(count);
        return 1 - sum;

        double Term(int count) => Elementary.Exp(count * Elementary.Log(mean) - mean - Elementary.LogGamma(count + 1.0));
    }

    /// <summary>eta_l, pairs of concepts that an edge between skills of a level takes: round(e^(7 l / 100)).</summary>
    private static int Needed(int level) => (int)Math.Round(Elementary.Exp(7 * level / (double)Levels));

    /// <summary>gamma^(2 sigma), sigma = round(log2 l) prerequisites of either skill.</summary>
    private static double Prerequisites(double giant, int level) =>
        Elementary.Pow(giant, 2 * Math.Round(Elementary.Log(level) / Elementary.Log(2)));

    /// <summary>
    /// The code's approximation of P[Bin(pairs, pair) is at least so many]: a Chernoff bound, whose divergence is in bits though it
    /// stands in the exponent of e.
    /// </summary>
    private static double Approximation(double pairs, double pair, int least)
    {
        var share = least / pairs;
        if (share >= 1) return 0;
        var bound = Elementary.Exp(-pairs * Bounds.Information.Divergence(share, pair) / Elementary.Log(2));
        return share < pair ? 1 - bound : bound / Math.Sqrt(2 * pairs);
    }
}
