namespace Research.Skills.ComputeOptimal;

/// <summary>What stands still in a curve of accuracy over compute.</summary>
internal static class Plateaus
{
    private const double Least = 0.05;
    private const double Most = 0.95;
    private const double Growth = 0.01;
    private const int Steps = 2;

    /// <summary>
    /// Stretches of at least two steps, half a decade, in which accuracy lies between 5 % and 95 % and changes by less than 0.01
    /// in each step.
    /// </summary>
    /// <param name="accuracy">Accuracy at budgets a quarter of a decade apart, ascending.</param>
    public static int Count(IReadOnlyList<double> accuracy)
    {
        var (plateaus, run) = (0, 0);
        for (var step = 1; step < accuracy.Count; step++)
        {
            var still = accuracy[step - 1] > Least && accuracy[step] < Most && Math.Abs(accuracy[step] - accuracy[step - 1]) < Growth;
            run = still ? run + 1 : 0;
            if (run == Steps) plateaus++;
        }

        return plateaus;
    }

    /// <summary>Where a curve first passes a level, on the straight line between its points; NaN if it does not.</summary>
    /// <param name="place">Places, ascending.</param>
    /// <param name="accuracy">Accuracy at each.</param>
    /// <param name="level">The level.</param>
    public static double Passes(IReadOnlyList<double> place, IReadOnlyList<double> accuracy, double level)
    {
        for (var step = 1; step < accuracy.Count; step++)
        {
            if (!(accuracy[step - 1] < level && accuracy[step] >= level)) continue;
            return place[step - 1] + ((place[step] - place[step - 1]) * (level - accuracy[step - 1]) / (accuracy[step] - accuracy[step - 1]));
        }

        return double.NaN;
    }
}
