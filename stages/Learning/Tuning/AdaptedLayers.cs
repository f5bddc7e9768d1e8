namespace Research.Learning.Tuning;

/// <summary>Which linear layers of every block a low-rank adapter changes.</summary>
public enum AdaptedLayers
{
    /// <summary>Those of attention and of the MLP.</summary>
    All,

    /// <summary>Query, key and value projection, and the heads' output projection.</summary>
    Attention,

    /// <summary>Both layers of the MLP.</summary>
    Mlp,
}
