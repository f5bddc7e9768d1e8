using Research.Jobs;
using Research.Mirage.Emergence;

namespace Research.Mirage.Arithmetic;

/// <summary>Whether a trained family gives every curve over size that it should: whatever is missing would shrink the evidence unseen.</summary>
internal static class SweepCheck
{
    /// <summary>Sees that all models of the family answered the same questions.</summary>
    /// <param name="experiment">Where it is asked for, for messages.</param>
    /// <param name="cells">The final weights.</param>
    /// <exception cref="InputException">There are too few sizes, two models share one, or a cell is missing.</exception>
    public static void Refuse(string experiment, IReadOnlyList<ArithmeticCell> cells)
    {
        var models = cells.Select(cell => (cell.Parameters, cell.Model)).Distinct().Order().ToList();
        if (models.GroupBy(model => model.Parameters).FirstOrDefault(size => size.Count() > 1) is { } twins)
        {
            throw new InputException(
                $"{string.Join(" and ", twins.Select(model => model.Model))} all have {twins.Key} parameters: no curve over size", experiment,
                "Give widths (ArithmeticWidths) that make models of different sizes.");
        }

        if (models.Count < EmergenceScore.FewestPoints)
        {
            throw new InputException(
                $"the family has {models.Count} sizes, fewer than the {EmergenceScore.FewestPoints} that a curve needs", experiment,
                "Give more widths (ArithmeticWidths).");
        }

        var there = cells.Select(cell => (cell.Task, cell.Length, cell.Seed, cell.Model)).ToHashSet();
        List<string> missing =
        [
            .. from ability in cells.Select(cell => (cell.Task, cell.Length)).Distinct()
               from seed in cells.Select(cell => cell.Seed).Distinct()
               from model in models
               where !there.Contains((ability.Task, ability.Length, seed, model.Model))
               select $"{model.Model}, seed {seed}, on {Name(ability.Task, ability.Length)}",
        ];
        if (missing.Count == 0) return;
        throw new InputException(
            $"{missing.Count} of {there.Count + missing.Count} points of the family's curves are missing, the first: {missing[0]}", experiment,
            "Score the outputs of every model (ArithmeticScores): curves with a gap would be left out of the claims.");
    }

    /// <summary>A mean, if it is a number that a curve can have.</summary>
    /// <exception cref="InputException">It is NaN or infinite.</exception>
    public static double Finite(string experiment, ArithmeticCell cell, string metric, double mean) => double.IsFinite(mean)
        ? mean
        : throw new InputException(
            $"{metric} of {cell.Model}, seed {cell.Seed}, on {Name(cell.Task, cell.Length)} is {mean}", experiment,
            "The training has diverged, or a probability is 0: look at its loss, and lower ArithmeticLearningRate.");

    private static string Name(ArithmeticTask task, int length) => $"{task.ToString().ToLowerInvariant()}, length {length}";
}
