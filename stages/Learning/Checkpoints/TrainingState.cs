using Research.Learning.Tuning;
using Research.Learning.Models;

namespace Research.Learning.Checkpoints;

/// <summary>Everything a training run needs to go on as if it had never stopped.</summary>
/// <param name="Weights">The parameters, in the order of the layout.</param>
/// <param name="FirstMoment">AdamW's first moment, likewise.</param>
/// <param name="SecondMoment">AdamW's second moment, likewise.</param>
/// <param name="Losses">The loss curve so far: one row for each update done.</param>
internal sealed record TrainingState(float[] Weights, float[] FirstMoment, float[] SecondMoment, IReadOnlyList<LossRow> Losses)
{
    /// <summary>Updates done.</summary>
    public int Step => Losses.Count;

    /// <summary>What a training begins with: it follows from the model's shape and the seed, unless it is given.</summary>
    public static TrainingState Initial(Training item, TuningStart? start = null)
    {
        var weights = start?.Weights ?? Initialization.Draw(new GptLayout(item.Model), item.Seed);
        return new TrainingState(weights, new float[weights.Length], new float[weights.Length], []);
    }
}
