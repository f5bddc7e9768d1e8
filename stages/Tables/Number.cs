namespace Research.Tables;

/// <summary>A named, unit-carrying scalar of the report.</summary>
/// <param name="Id">Dotted name, unique in a report, such as <c>latent.icl.model.slope.ambiguous-e0.04</c>.</param>
/// <param name="Value">The estimate, in <paramref name="Unit"/>.</param>
/// <param name="Unit">
/// What one is: <c>nats</c>, <c>nats/letter</c>, <c>share</c>, <c>tuples</c>; empty for a pure number.
/// </param>
/// <param name="Low">
/// Lower end of the 95 % interval, in <paramref name="Unit"/>; null where the number has none.
/// </param>
/// <param name="High">
/// Upper end of the 95 % interval, in <paramref name="Unit"/>; null where the number has none.
/// </param>
/// <param name="N">How many independent observations the estimate and its interval rest on; at least 1.</param>
public sealed record Number(string Id, double Value, string Unit, double? Low, double? High, int N);
