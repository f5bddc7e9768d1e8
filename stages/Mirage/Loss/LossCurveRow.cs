using Research.Mirage.Arithmetic;

namespace Research.Mirage.Loss;

/// <summary>A fitted curve of ability over pre-training loss at one loss.</summary>
/// <param name="Task">The task.</param>
/// <param name="Length">Tokens of the target.</param>
/// <param name="Metric">What measures the ability: <c>exact-match</c> or <c>brier</c>.</param>
/// <param name="Kind">Which curve.</param>
/// <param name="Loss">Pre-training loss, nats per token.</param>
/// <param name="Ability">The curve there: 0 at chance, 1 where all is right.</param>
public sealed record LossCurveRow(ArithmeticTask Task, int Length, string Metric, CurveKind Kind, double Loss, double Ability);
