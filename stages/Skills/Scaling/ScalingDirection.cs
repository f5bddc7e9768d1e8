namespace Research.Skills.Scaling;

/// <summary>What grows tenfold in a step of scale.</summary>
public enum ScalingDirection
{
    /// <summary>Parameters and tokens, each; the computation grows a hundredfold.</summary>
    ParametersAndTokens,

    /// <summary>The computation; parameters and tokens grow by the square root of ten.</summary>
    Computation,

    /// <summary>Tokens alone.</summary>
    Tokens,
}
