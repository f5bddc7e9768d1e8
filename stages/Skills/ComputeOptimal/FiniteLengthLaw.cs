using Research.Jobs;
using Research.Numerics.Statistics;

namespace Research.Skills.ComputeOptimal;

/// <summary>
/// How belief propagation on erasures ends on a graph of finite size (Amraoui et al. 2009, as used by Nayak &amp; Varshney 2024):
/// the threshold, and the spread around it.
/// </summary>
public sealed class FiniteLengthLaw
{
    /// <summary>
    /// Below this no minimum is looked for: where some variables have no edge, the message equation has a root near 0 that is
    /// no end of decoding.
    /// </summary>
    private const double Floor = 0.1;
    private const int Cells = 360;

    /// <summary>Computes the law of an ensemble.</summary>
    /// <param name="ensemble">Degree distributions.</param>
    /// <param name="signs">Which signs the scaling parameter has.</param>
    public FiniteLengthLaw(ICodeEnsemble ensemble, ScalingSigns signs = ScalingSigns.Textbook)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        Place = Lowest(ensemble);
        var threshold = Height(ensemble, Place);
        Threshold = threshold < 1 ? threshold : 1;
        Unsolved = Threshold * ensemble.Node(1 - ensemble.Check(1 - Place));
        Scaling = Math.Sqrt(SquaredScaling(ensemble, Place, Threshold, signs == ScalingSigns.Textbook ? -1 : 1));
    }

    /// <summary>epsilon*: the largest share of erasures that is decoded on an infinite graph; at most 1.</summary>
    public double Threshold { get; }

    /// <summary>x*: share of erased messages where decoding above the threshold gets stuck.</summary>
    public double Place { get; }

    /// <summary>gamma*: share of variables that stay erased when decoding gets stuck at the threshold.</summary>
    public double Unsolved { get; }

    /// <summary>alpha: the threshold of a graph of n variables has standard deviation alpha / sqrt(n).</summary>
    public double Scaling { get; }

    /// <summary>P_b = gamma* Q(sqrt(n) (epsilon* - epsilon) / alpha): expected share of all variables that stays erased.</summary>
    /// <param name="variables">n, above 0.</param>
    /// <param name="erasure">epsilon, in (0, 1].</param>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public double Erased(double variables, double erasure) => Unsolved * NormalDistribution.UpperTail(
        Math.Sqrt(Range.Positive(variables, "variables of a graph")) * (Threshold - Range.Share(erasure, "share of erasures")) / Scaling);

    /// <summary>x / lambda(1 - rho(1 - x)).</summary>
    private static double Height(ICodeEnsemble of, double x) => x / of.Variable(1 - of.Check(1 - x));

    /// <summary>The place of the minimum in [0.1, 1]: where its slope changes sign, or an end.</summary>
    private static double Lowest(ICodeEnsemble of)
    {
        var (best, lowest) = (0, double.PositiveInfinity);
        for (var cell = 0; cell <= Cells; cell++)
        {
            var height = Height(of, At(cell));
            if (height < lowest) (best, lowest) = (cell, height);
        }

        var (low, high) = (At(best > 0 ? best - 1 : 0), At(best < Cells ? best + 1 : Cells));
        return Slope(low) < 0 && Slope(high) > 0 ? BracketedRoot.Find(Slope, low, high) : At(best);

        static double At(int cell) => cell == Cells ? 1 : Floor + ((1 - Floor) * cell / Cells);

        // The sign of the derivative.
        double Slope(double x)
        {
            var y = 1 - of.Check(1 - x);
            return of.Variable(y) - x * of.VariableSlope(y) * of.CheckSlope(1 - x);
        }
    }

    private static double SquaredScaling(ICodeEnsemble of, double x, double e, double sign)
    {
        var rest = 1 - x;
        var (check, slope) = (of.Check(rest), of.CheckSlope(rest));
        var y = 1 - check;
        var variable = of.Variable(y);
        var checks = check * check - of.Check(rest * rest) + slope * (1 - 2 * x * check) + sign * rest * rest * of.CheckSlope(rest * rest);
        var variables = e * e * (variable * variable + sign * of.Variable(y * y) + sign * y * y * of.VariableSlope(y * y));
        return (checks / (slope * slope) + variables) / (of.MeanDegree * variable * variable);
    }
}
