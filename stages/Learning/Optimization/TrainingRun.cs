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
    private readonly UpdateLedger ledger;
    private readonly RecordedWork update;
    private readonly StepOutcome[] outcomes;
    private readonly List<LossRow> curve;
    private readonly int[] tokens;
    private readonly int[] next;

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
        (tokens, next) = (new int[batch * block], new int[batch * block]);
        ledger = device.Ledger();
        outcomes = new StepOutcome[ledger.Capacity];
        update = new RecordedWork(Update);
    }

    /// <summary>Updates begun so far.</summary>
    public int Step { get; private set; }

    /// <summary>Tokens of one update.</summary>
    public long TokensPerStep => tokens.Length;

    /// <summary>The model as it is now.</summary>
    public Gpt Model => model;

    /// <summary>The loss curve so far; waits for the updates begun.</summary>
    /// <exception cref="DivergenceException">One of them came to numbers that are not finite.</exception>
    public IReadOnlyList<LossRow> Losses
    {
        get
        {
            Collect();
            return curve;
        }
    }

    /// <summary>The last step that is known of, without waiting; null before the first.</summary>
    public LossRow? Latest => curve.Count > 0 ? curve[^1] : null;

    /// <summary>Whether every weight and every moment is a finite number.</summary>
    public bool IsFinite => IsFinitePart(model.Parameters) && IsFinitePart(optimizer.FirstMoment) && IsFinitePart(optimizer.SecondMoment);

    /// <summary>Makes one update and waits for it.</summary>
    /// <exception cref="DivergenceException">The loss or the norm of the gradient is no finite number; nothing was updated.</exception>
    public LossRow Advance()
    {
        Start();
        Collect();
        return curve[^1];
    }

    /// <summary>Begins one update. A device apart works off several while the host goes on; they are waited for when their outcome is asked for.</summary>
    /// <exception cref="DivergenceException">An update, this or an earlier one, came to numbers that are not finite; since then nothing was updated.</exception>
    public void Start()
    {
        Step++;
        windows.Draw(Step, tokens, next);
        gradient.Load(tokens, next);
        optimizer.Begin(ledger);
        model.Device.Repeat(update);
        if (ledger.Pending == ledger.Capacity)
        {
            Collect();
        }
    }

    /// <summary>Waits for the updates begun.</summary>
    /// <exception cref="DivergenceException">One of them came to numbers that are not finite; since then nothing was updated.</exception>
    public void Collect()
    {
        foreach (var outcome in outcomes.AsSpan(0, ledger.Collect(outcomes)))
        {
            var step = curve.Count + 1;
            var row = new LossRow(
                step, outcome.LossSum / tokens.Length, LearningRate.Of(item.Schedule, step), outcome.GradientNorm, step * TokensPerStep);
            if (!outcome.IsFinite)
            {
                Step = curve.Count;
                optimizer.RewindTo(Step);
                throw new DivergenceException(row);
            }

            curve.Add(row);
        }
    }

    /// <summary>The digests of the state.</summary>
    /// <exception cref="DivergenceException">An update begun came to numbers that are not finite.</exception>
    public StateDigest Digest()
    {
        Collect();
        return StateDigest.Of(model.Parameters, optimizer.FirstMoment, optimizer.SecondMoment);
    }

    /// <summary>Copies the state to the host.</summary>
    /// <exception cref="DivergenceException">An update begun came to numbers that are not finite.</exception>
    public TrainingState Capture()
    {
        Collect();
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
        Step = curve.Count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        update.Dispose();
        ledger.Dispose();
        gradient.Dispose();
        optimizer.Dispose();
        adapter?.Dispose();
        model.Dispose();
    }

    private void Update()
    {
        gradient.Compute();
        adapter?.Backward(gradient.Gradients);
        var trained = model.Layout.FirstTrained;
        ledger.Judge(gradient.Losses, gradient.Gradients.Slice(trained, model.Layout.ParameterCount - trained));
        optimizer.Update(gradient.Gradients, ledger);
        adapter?.Merge();
    }

    private bool IsFinitePart(FloatBuffer part) => double.IsFinite(model.Device.SumOfSquares(part.All));
}
