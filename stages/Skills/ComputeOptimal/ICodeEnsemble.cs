namespace Research.Skills.ComputeOptimal;

/// <summary>
/// Degree distributions of a random graph of a code, as generating functions on [0, 1]: lambda and rho from the edge of a
/// variable (a concept) and of a check (a text) on, L from the variable on.
/// </summary>
public interface ICodeEnsemble
{
    /// <summary>lambda(x).</summary>
    double Variable(double x);

    /// <summary>lambda'(x).</summary>
    double VariableSlope(double x);

    /// <summary>rho(x).</summary>
    double Check(double x);

    /// <summary>rho'(x).</summary>
    double CheckSlope(double x);

    /// <summary>L(x).</summary>
    double Node(double x);

    /// <summary>L'(1), mean number of edges of a variable.</summary>
    double MeanDegree { get; }
}
