namespace Research.Mirage.Emergence;

/// <summary>Why a series has no ordinary emergence score. What is flagged enters no ranking and no average as a number.</summary>
public enum SeriesFlag
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>All values are equal: the score is 0 by convention.</summary>
    Flat,

    /// <summary>The median of the squared differences is 0 though the values differ: the score is infinite.</summary>
    ZeroMedian,
}
