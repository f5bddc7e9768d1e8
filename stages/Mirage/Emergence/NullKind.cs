namespace Research.Mirage.Emergence;

/// <summary>What a series would be if nothing emerged.</summary>
public enum NullKind
{
    /// <summary>Independent normal values: the metric has nothing to do with scale, and any order of the values is as likely.</summary>
    Independent,

    /// <summary>A normal random walk: the metric wanders with scale, and any order of the steps is as likely.</summary>
    RandomWalk,
}
