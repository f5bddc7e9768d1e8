using Research.Jobs;
using Research.Languages.SkillTexts;
using Research.Languages.SkillTexts.Oracles;
using Research.Skills.Learners;
using Research.Tables;

namespace Research.Skills.Learned;

/// <summary>What density evolution predicts of the 1-skill learner's ability, over the ratio of texts to skills.</summary>
public static class EvolutionCurveMeasurement
{
    private static readonly SkillLearner OneSkill = new(1);

    /// <summary>Follows the recursion at every ratio; the seed of the language does not matter.</summary>
    /// <exception cref="InputException">A parameter is out of range.</exception>
    public static void Measure(ReaderCurveSpec item, Table<EvolutionCurveRow> output, JobContext job)
    {
        var language = item.Validate().Language;
        var threshold = EmergenceThreshold.TryOf(1, language.Load)?.Ratio;
        var law = TextSampler.Poisson(language.Load, language.Longest);
        var guessing = Success(law, 1);
        output.Write(item.Ratios.Select(ratio =>
        {
            job.Cancellation.ThrowIfCancellationRequested();
            var unlearned = new DensityEvolution(OneSkill, language.Load, ratio).Solve().Value;
            return new EvolutionCurveRow(
                language.Load, ratio, 1 - unlearned, (Success(law, unlearned) - guessing) / (1 - guessing), threshold);
        }));
    }

    /// <summary>Mean success on texts that name a skill, each skill unknown with probability q.</summary>
    private static double Success(double[] law, double unlearned)
    {
        double sum = 0, weight = 0;
        for (var size = 1; size < law.Length; size++)
        {
            sum += law[size] * OfSize(size, unlearned);
            weight += law[size];
        }

        return sum / weight;
    }

    private static double OfSize(int size, double unlearned)
    {
        // The distribution of the number of unknown skills, skill by skill.
        var unknown = new double[size + 1];
        unknown[0] = 1;
        for (var skill = 0; skill < size; skill++)
            for (var n = skill + 1; n >= 0; n--) unknown[n] = (unknown[n] * (1 - unlearned)) + (n > 0 ? unknown[n - 1] * unlearned : 0);
        var success = 0.0;
        for (var n = 0; n <= size; n++) success += unknown[n] * BestGuess.Counted(n);
        return success;
    }
}
