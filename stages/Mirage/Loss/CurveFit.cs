namespace Research.Mirage.Loss;

/// <summary>Least squares of an <see cref="AbilityCurve"/> by trying all curves of a grid: no start, no local minimum.</summary>
internal sealed class CurveFit
{
    private const int Places = 40;
    private const int Scales = 20;

    private readonly AbilityCurve[] curves;
    private readonly double[] ability;

    // [curve][point]: squared error.
    private readonly double[][] errors;

    /// <summary>Evaluates every curve of a kind at every point.</summary>
    /// <param name="kind">Which curves.</param>
    /// <param name="loss">Loss of each point; not all equal.</param>
    /// <param name="ability">Ability of each point.</param>
    public CurveFit(CurveKind kind, double[] loss, double[] ability)
    {
        this.ability = ability;
        double low = loss.Min(), high = loss.Max();
        curves = [.. kind == CurveKind.Hinge ? Hinges(low, high) : Logistics(low, high)];
        errors = Array.ConvertAll(curves, curve => Errors(curve, loss, ability));
    }

    /// <summary>The curve of the smallest sum of squares over some of the points, of equals the first.</summary>
    /// <param name="weights">How often each point counts.</param>
    public AbilityCurve Best(double[] weights) => curves[BestIndex(weights)];

    /// <summary>Sum of squares over the points outside of those that the curve is fitted to.</summary>
    /// <param name="weights">1 for the points that it is fitted to, 0 for those that it is judged by.</param>
    public double HeldOutError(double[] weights)
    {
        var sum = 0.0;
        var best = errors[BestIndex(weights)];
        for (var i = 0; i < ability.Length; i++) if (weights[i] == 0) sum += best[i];
        return sum;
    }

    private int BestIndex(double[] weights)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var k = 0; k < curves.Length; k++)
        {
            var sum = 0.0;
            for (var i = 0; i < weights.Length; i++) sum = Math.FusedMultiplyAdd(weights[i], errors[k][i], sum);
            if (sum < least) (best, least) = (k, sum);
        }

        return best;
    }

    private static double[] Errors(AbilityCurve curve, double[] loss, double[] ability)
    {
        var result = new double[loss.Length];
        for (var i = 0; i < loss.Length; i++)
        {
            var error = ability[i] - curve.At(loss[i]);
            result[i] = error * error;
        }

        return result;
    }

    // Full ability may lie below all losses that were reached.
    private static IEnumerable<AbilityCurve> Hinges(double low, double high) =>
        from eta in Enumerable.Range(1, Places)
        from full in Enumerable.Range(-Scales, Scales + eta)
        select new AbilityCurve(CurveKind.Hinge, low + ((high - low) * eta / Places), low + ((high - low) * full / Places));

    private static IEnumerable<AbilityCurve> Logistics(double low, double high) =>
        from middle in Enumerable.Range(-Scales, Places + Scales + 1)
        from scale in Enumerable.Range(0, Scales)
        select new AbilityCurve(
            CurveKind.Smooth, low + ((high - low) * middle / Places), (high - low) * Numerics.Elementary.Pow(0.75, scale) / 2);
}
