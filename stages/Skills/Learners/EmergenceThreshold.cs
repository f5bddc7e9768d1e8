using Research.Jobs;
using Research.Numerics;
using Research.Numerics.Statistics;

namespace Research.Skills.Learners;

/// <summary>
/// Where skills emerge for a D-skill learner on Poisson graphs (reference B5 to B7, derived here). With z = c q, the fixed
/// points of density evolution lie on the curve R(z) = ln(c/z) / (c P_D(z)). Without knowledge the recursion stops at the
/// largest z; it lets go when R passes the curve's local maximum R*. Both extremes satisfy ln(c/z) = h_D(z).
/// </summary>
public sealed record EmergenceThreshold
{
    private EmergenceThreshold(SkillLearner learner, double load)
    {
        (Limit, Load) = (learner.Limit, load);
        (UpperLoad, LowerLoad) = Branches(Limit, load);
        Ratio = RatioAt(Limit, UpperLoad);
        LowRatio = RatioAt(Limit, LowerLoad);
        LogUnlearnedBelow = -LogOdds(Limit, UpperLoad);

        // The other fixed point at R*: on (0, LowerLoad) the curve falls from infinity to R_low, so it passes R* once.
        var least = -load * Ratio;
        LogUnlearnedAbove = Bisection.Solve(
            log => -Curve(learner, load, log), -Ratio, least - 1, Elementary.Log(LowerLoad / load));
    }

    /// <summary>D.</summary>
    public int Limit { get; }

    /// <summary>c.</summary>
    public double Load { get; }

    /// <summary>R*: the ratio of texts to skills above which a learner without knowledge learns nearly all.</summary>
    public double Ratio { get; }

    /// <summary>
    /// R_low: below it nearly nothing stays learned, whatever was known before. Between it and <see cref="Ratio"/> both ends
    /// are possible, and knowledge at the start decides.
    /// </summary>
    public double LowRatio { get; }

    /// <summary>z = c q of the stuck learner just below R*; above D.</summary>
    public double UpperLoad { get; }

    /// <summary>z at R_low; below D.</summary>
    public double LowerLoad { get; }

    /// <summary>q just below R*.</summary>
    public double UnlearnedBelow => Elementary.Exp(LogUnlearnedBelow);

    /// <summary>q just above R*; may be too small for a double.</summary>
    public double UnlearnedAbove => Elementary.Exp(LogUnlearnedAbove);

    /// <summary>ln q just below R*.</summary>
    public double LogUnlearnedBelow { get; }

    /// <summary>ln q just above R*.</summary>
    public double LogUnlearnedAbove { get; }

    /// <summary>A q between the two ends: a graph that has come below it has emerged.</summary>
    public double Middle => 0.5 * (UnlearnedBelow + UnlearnedAbove);

    /// <summary>The threshold of a learner.</summary>
    /// <param name="limit">D.</param>
    /// <param name="load">c.</param>
    /// <exception cref="InputException">
    /// There is none: up to the critical load, the learned fraction grows continuously with the ratio.
    /// </exception>
    public static EmergenceThreshold Of(int limit, double load)
    {
        var learner = new SkillLearner(limit);
        return TryOf(limit, load) ?? throw new InputException(
            $"a {limit}-skill learner has no emergence threshold at a load of {load} skills in a text", "emergence threshold",
            $"What it learns jumps only for loads above {CriticalLoad(learner.Limit):F4}; up to there it grows continuously with the ratio.");
    }

    /// <summary>The threshold; null where there is none.</summary>
    /// <exception cref="InputException">D or the load is out of range.</exception>
    public static EmergenceThreshold? TryOf(int limit, double load)
    {
        var learner = new SkillLearner(limit);
        if (!(load > 0 && double.IsFinite(load)))
            throw new InputException($"a load of {load} skills in a text", "emergence threshold", "A load is above 0.");
        return load > CriticalLoad(limit) ? new(learner, load) : null;
    }

    /// <summary>The load above which there is a jump: D e^h_D(D).</summary>
    public static double CriticalLoad(int limit) => limit * Elementary.Exp(LogOdds(limit, limit));

    /// <summary>The ratio at which it appears: (D - 1)! e^(D - h_D(D)) / D^(D + 1).</summary>
    public static double CriticalRatio(int limit) => RatioAt(limit, limit);

    /// <summary>q there: e^-h_D(D).</summary>
    public static double CriticalUnlearned(int limit) => Elementary.Exp(-LogOdds(limit, limit));

    /// <summary>The load whose extreme lies at z (reference B6): z e^h_D(z).</summary>
    public static double LoadAt(int limit, double z) => z * Elementary.Exp(LogOdds(limit, z));

    /// <summary>The ratio of the extreme at z (reference B6): (D - 1)! e^(z - h_D(z)) / z^(D + 1).</summary>
    public static double RatioAt(int limit, double z) => Elementary.Exp(
        Elementary.LogGamma(limit) + z - LogOdds(limit, z) - ((limit + 1) * Elementary.Log(z)));

    /// <summary>h_D(z) = (D - 1)! times the sum of z^(t - D) / t! over t from 0 to D - 1; 1/z for D = 1.</summary>
    public static double LogOdds(int limit, double z)
    {
        // From t = D - 1 down: (D - 1)! / t! grows by t + 1, z^(t - D) shrinks by z.
        double term = 1 / z, sum = term;
        for (var t = limit - 2; t >= 0; t--)
        {
            term *= (t + 1) / z;
            sum += term;
        }

        return sum;
    }

    /// <summary>Both z with z e^h_D(z) = c: through Lambert's function for D = 1, by bisection otherwise.</summary>
    private static (double Upper, double Lower) Branches(int limit, double load)
    {
        if (limit == 1)
            return (-1 / Elementary.LambertW0(-1 / load), -1 / Elementary.LambertWMinus1(-1 / load));
        var log = Elementary.Log(load);
        var least = (double)limit;
        while (LogLoad(least) < log) least *= 0.5;
        return (
            Bisection.Solve(LogLoad, log, limit, load),
            Bisection.Solve(z => -LogLoad(z), -log, least, limit));

        double LogLoad(double z) => Elementary.Log(z) + LogOdds(limit, z);
    }

    /// <summary>R as a function of ln q.</summary>
    private static double Curve(SkillLearner learner, double load, double logUnlearned) =>
        -logUnlearned / (load * learner.Success(load * Elementary.Exp(logUnlearned)));
}
