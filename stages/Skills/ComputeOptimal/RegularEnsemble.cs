using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.ComputeOptimal;

/// <summary>Gallager's regular codes, on which the finite-length law has known values.</summary>
public sealed class RegularEnsemble : ICodeEnsemble
{
    private readonly int variableDegree;
    private readonly int checkDegree;

    /// <summary>The ensemble.</summary>
    /// <param name="variableDegree">Edges of every variable, at least 2.</param>
    /// <param name="checkDegree">Edges of every check, at least 2.</param>
    /// <exception cref="InputException">A degree is out of range.</exception>
    public RegularEnsemble(int variableDegree, int checkDegree)
    {
        this.variableDegree = Range.Between(variableDegree, 2, 1000, "degree of a variable");
        this.checkDegree = Range.Between(checkDegree, 2, 1000, "degree of a check");
    }

    /// <inheritdoc/>
    public double MeanDegree => variableDegree;

    /// <inheritdoc/>
    public double Variable(double x) => Elementary.Pow(x, variableDegree - 1);

    /// <inheritdoc/>
    public double VariableSlope(double x) => (variableDegree - 1) * Elementary.Pow(x, variableDegree - 2);

    /// <inheritdoc/>
    public double Check(double x) => Elementary.Pow(x, checkDegree - 1);

    /// <inheritdoc/>
    public double CheckSlope(double x) => (checkDegree - 1) * Elementary.Pow(x, checkDegree - 2);

    /// <inheritdoc/>
    public double Node(double x) => Elementary.Pow(x, variableDegree);
}
