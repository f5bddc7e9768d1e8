namespace Research.Mirage.Scores.Curves;

/// <summary>What grows along a curve.</summary>
public enum SeriesAxis
{
    /// <summary>Size of the models of a family, each at its last step.</summary>
    Scale,

    /// <summary>Steps of one model's training.</summary>
    Step,
}
