using Research.Jobs;
using Research.Learning.Checkpoints;
using Research.Learning.Data;
using Research.Learning.Models;
using Research.Numerics.Devices;

namespace Research.Learning.Optimization;

/// <summary>A training run in progress: the model, its optimizer, and the loss curve so far.</summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly Training item;
    private readonly Gpt model;
    private readonly LossGradient gradient;
    private readonly AdamWOptimizer optimizer;
    private readonly WindowSampler windows;
    private readonly List<LossRow> curve;
    private readonly int[] tokens;
    private readonly int[] next;
    private readonly float[] losses;

    public TrainingRun(Training item, TokenSequence text, Device device)
    {
        this.item = item;
        var (batch, block) = (item.Schedule.Batch, item.Model.Block);
        model = Gpt.Initialize(item.Model, device, item.Seed);
        gradient = new LossGradient(model, batch, block);
        optimizer = new AdamWOptimizer(model, item.Schedule);
        windows = new WindowSampler(text, item.Seed, batch, block);
        curve = new List<LossRow>(item.Schedule.Steps);
        (tokens, next, losses) = (new int[batch * block], new int[batch * block], new float[batch * block]);
    }

    /// <summary>Updates done so far.</summary>
    public int Step => curve.Count;

    /// <summary>Tokens of one update.</summary>
    public long TokensPerStep => tokens.Length;

    /// <summary>The model as it is now.</summary>
    public Gpt Model => model;

    /// <summary>Makes one update.</summary>
    /// <exception cref="InputException">The loss or the norm of the gradient is no finite number: training diverged.</exception>
    public LossRow Advance()
    {
        var step = Step + 1;
        windows.Draw(step, tokens, next);
        gradient.Compute(tokens, next, losses);
        var loss = Mean(losses);
        RequireFinite(loss, "loss", step);
        var norm = Math.Sqrt(model.Device.SumOfSquares(gradient.Gradients.All));
        RequireFinite(norm, "norm of the gradient", step);
        optimizer.Update(gradient.Gradients, norm);
        var row = new LossRow(step, loss, LearningRate.Of(item.Schedule, step), norm, step * TokensPerStep);
        curve.Add(row);
        return row;
    }

    /// <summary>Copies the state to the host.</summary>
    public TrainingState Capture()
    {
        var (first, second) = (new float[model.Layout.ParameterCount], new float[model.Layout.ParameterCount]);
        optimizer.FirstMoment.Read(first);
        optimizer.SecondMoment.Read(second);
        return new TrainingState(model.ReadParameters(), first, second, [.. curve]);
    }

    /// <summary>Goes on from a state.</summary>
    public void Restore(TrainingState state)
    {
        model.Parameters.Write(state.Weights);
        optimizer.Restore(state.Step, state.FirstMoment, state.SecondMoment);
        curve.Clear();
        curve.AddRange(state.Losses);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        gradient.Dispose();
        optimizer.Dispose();
        model.Dispose();
    }

    // Rule S5: per-token losses are summed in order, in double precision.
    private static double Mean(ReadOnlySpan<float> losses)
    {
        var sum = 0.0;
        foreach (var loss in losses)
        {
            sum += loss;
        }

        return sum / losses.Length;
    }

    private void RequireFinite(double value, string name, int step)
    {
        if (!double.IsFinite(value))
        {
            throw new InputException(
                $"the {name} is {value} at step {step}", item.ToString(),
                $"Lower LearningRate (now {item.Schedule.LearningRate}), add WarmupSteps, or clip the gradient (ClipNorm is {item.Schedule.ClipNorm}).");
        }
    }
}
