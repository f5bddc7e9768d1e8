using Research.Numerics;

namespace Research.Languages.Chains.Oracles;

/// <summary>
/// What the steps of a path tell about its end, exactly (Jiang 2023, section 6). The inequality q(end|start, steps) at least q(end|start)
/// holds on average in the logarithm, E ln q(end|start, steps) - E ln q(end|start) = I(end; steps|start), and not for every instance.
/// </summary>
/// <param name="FromStart">I(end; start), nats: what the start alone tells.</param>
/// <param name="FromSteps">I(end; steps | start), nats: what the steps add; 0 or more.</param>
/// <param name="Lower">Probability of an instance whose steps make its end less likely.</param>
/// <param name="Instance">The most probable such instance, a value for each node of the path; empty if there is none.</param>
/// <param name="Probability">The probability of that instance; 0 if there is none.</param>
/// <param name="WithSteps">q(end | start, steps) in that instance.</param>
/// <param name="WithoutSteps">q(end | start) in that instance.</param>
public sealed record StepInformation(
    double FromStart, double FromSteps, double Lower, IReadOnlyList<int> Instance, double Probability, double WithSteps, double WithoutSteps)
{
    /// <summary>Ratios this close to 1 are rounding.</summary>
    private const double Margin = 1e-9;

    /// <summary>The information along a path of at least three nodes.</summary>
    public static StepInformation Along(WorldOracle oracle, IReadOnlyList<int> path)
    {
        var values = oracle.World.Values;
        var joint = oracle.Joint(path, []);
        var ends = oracle.Joint([path[0], path[^1]], []);
        double[] start = oracle.Marginal(path[0]), end = oracle.Marginal(path[^1]);
        var rows = joint.Length / values;
        double fromStart = 0, fromSteps = 0, lower = 0;
        var (worst, with, without) = (-1, 0.0, 0.0);
        for (var i = 0; i < ends.Length; i++)
            if (ends[i] > 0) fromStart += ends[i] * Elementary.Log(ends[i] / (start[i / values] * end[i % values]));
        for (var row = 0; row < rows; row++)
        {
            var prefix = 0.0;
            for (var v = 0; v < values; v++) prefix += joint[(row * values) + v];
            var first = row / (rows / values);
            for (var v = 0; v < values; v++)
            {
                var p = joint[(row * values) + v];
                if (!(p > 0)) continue;
                var (told, untold) = (p / prefix, ends[(first * values) + v] / start[first]);
                fromSteps += p * Elementary.Log(told / untold);
                if (told >= untold * (1 - Margin)) continue;
                lower += p;
                if (worst >= 0 && p <= joint[worst]) continue;
                (worst, with, without) = ((row * values) + v, told, untold);
            }
        }

        return new(fromStart, fromSteps, lower, worst < 0 ? [] : Digits(worst, values, path.Count), worst < 0 ? 0 : joint[worst], with, without);
    }

    private static int[] Digits(int index, int values, int count)
    {
        var digits = new int[count];
        for (var i = count - 1; i >= 0; i--, index /= values) digits[i] = index % values;
        return digits;
    }
}
