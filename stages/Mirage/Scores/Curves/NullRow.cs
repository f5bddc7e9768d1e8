namespace Research.Mirage.Scores.Curves;

/// <summary>Sizes of the emergence score of a number of points when nothing emerges.</summary>
/// <param name="N">Points.</param>
/// <param name="Curves">Curves in the table with so many, not flagged.</param>
/// <param name="IndependentMedian">Median among independent values.</param>
/// <param name="Independent95">95 % stay below it.</param>
/// <param name="Independent99">99 % stay below it.</param>
/// <param name="WalkMedian">Median among random walks.</param>
/// <param name="Walk95">95 % stay below it.</param>
/// <param name="Walk99">99 % stay below it.</param>
/// <param name="WalkAbove10">Share of random walks above 10.</param>
public sealed record NullRow(
    int N, int Curves, double IndependentMedian, double Independent95, double Independent99, double WalkMedian, double Walk95, double Walk99,
    double WalkAbove10);
