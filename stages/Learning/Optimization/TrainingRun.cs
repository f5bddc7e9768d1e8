using Research.Learning.Auditing;
using Research.Learning.Checkpoints;
using Research.Learning.Data;
using Research.Learning.Tuning;
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
    private readonly LowRankAdapter? adapter;
    private readonly WindowSampler windows;
    private readonly List<LossRow> curve;
    private readonly int[] tokens;
    private readonly int[] next;
    private readonly float[] losses;

    /// <param name="item">What is trained.</param>
    /// <param name="text">The text it is trained on.</param>
    /// <param name="device">Where it runs; stays the caller's.</param>
    /// <param name="start">What it begins with; null: the seed's weights.</param>
    public TrainingRun(Training item, TokenSequence text, Device device, TuningStart? start = null)
    {
        this.item = item;
        var (batch, block) = (item.Schedule.Batch, item.Model.Block);
        var initial = TrainingState.Initial(item, start).Weights;
        model = new Gpt(item.Model, device, initial, start?.Adapter);
        adapter = start?.Adapter is { } spec ? new LowRankAdapter(model, spec, initial) : null;
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

    /// <summary>The loss curve so far.</summary>
    public IReadOnlyList<LossRow> Losses => curve;

    /// <summary>Whether every weight and every moment is a finite number.</summary>
    public bool IsFinite => IsFinitePart(model.Parameters) && IsFinitePart(optimizer.FirstMoment) && IsFinitePart(optimizer.SecondMoment);

    /// <summary>Makes one update.</summary>
    /// <exception cref="DivergenceException">The loss or the norm of the gradient is no finite number; nothing was updated.</exception>
    public LossRow Advance()
    {
        var step = Step + 1;
        windows.Draw(step, tokens, next);
        gradient.Compute(tokens, next, losses);
        adapter?.Backward(gradient.Gradients);
        var trained = model.Layout.FirstTrained;
        var row = new LossRow(
            step, Mean(losses), LearningRate.Of(item.Schedule, step),
            Math.Sqrt(model.Device.SumOfSquares(gradient.Gradients.Slice(trained, model.Layout.ParameterCount - trained))),
            step * TokensPerStep);
        if (!double.IsFinite(row.Loss) || !double.IsFinite(row.GradientNorm))
        {
            throw new DivergenceException(row);
        }

        optimizer.Update(gradient.Gradients, row.GradientNorm);
        adapter?.Merge();
        curve.Add(row);
        return row;
    }

    /// <summary>The digests of the state.</summary>
    public StateDigest Digest() => StateDigest.Of(model.Parameters, optimizer.FirstMoment, optimizer.SecondMoment);

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
        adapter?.Dispose();
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

    private bool IsFinitePart(FloatBuffer part) => double.IsFinite(model.Device.SumOfSquares(part.All));
}
