namespace Research.Evaluation.Summaries;

/// <summary>One point of a curve of the report, in the long form that figures and queries like.</summary>
/// <param name="Language">Label of the language.</param>
/// <param name="Series">Which curve: <c>model</c>, <c>oracle</c>, <c>bound</c> ...</param>
/// <param name="X">Abscissa: step, length or number of examples.</param>
/// <param name="Value">Ordinate: the mean over seeds, or the exact value.</param>
/// <param name="Low">Lower end of the 95 % interval; null where there is none.</param>
/// <param name="High">Upper end of the 95 % interval; null where there is none.</param>
/// <param name="N">How many seeds (or, for exact values, messages) the value rests on.</param>
public sealed record CurvePoint(string Language, string Series, double X, double Value, double? Low, double? High, int N);
