namespace Research.Skills.Scaling;

/// <summary>What the bound promises at a scale.</summary>
/// <param name="Direction">What grows.</param>
/// <param name="Step">How many times tenfold.</param>
/// <param name="Parameters">N.</param>
/// <param name="Tokens">D.</param>
/// <param name="Excess">Excess loss of the published scaling law, nats per token.</param>
/// <param name="Theta">Share of failed texts, min(1, 2 excess).</param>
/// <param name="Tuple">k', real-valued: the largest tuple with the competence asked for.</param>
/// <param name="WholeTuple">The largest whole tuple; 0 if not even single skills have it.</param>
/// <param name="Factor">Growth of k' in the last step; null for the first.</param>
public sealed record TupleScalingRow(
    ScalingDirection Direction, int Step, double Parameters, double Tokens, double Excess, double Theta, double Tuple, int WholeTuple, double? Factor);
