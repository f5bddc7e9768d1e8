using Research.Jobs;

namespace Research.Learning;

/// <summary>One training run: what is learned, by which model, how, and from which random numbers.</summary>
/// <param name="Language">Name of the corpus, for people: <c>released e=0.02</c>.</param>
/// <param name="Model">Shape of the model.</param>
/// <param name="Schedule">Optimizer, batch and number of updates.</param>
/// <param name="Seed">Seed of the initial weights and of the order of the data.</param>
public sealed record Training(string Language, GptSpec Model, TrainingSpec Schedule, int Seed)
{
    /// <summary>Checks the model and the schedule, alone and together.</summary>
    /// <returns>This training.</returns>
    /// <exception cref="InputException">Something is out of range.</exception>
    public Training Validate()
    {
        var where = ToString();
        Model.Validate(where);
        Schedule.Validate(where);
        var rows = (double)Schedule.Batch * Model.Block;
        if (rows * Math.Max(4.0 * Model.Width, Math.Max((double)Model.Heads * Model.Block, Model.Vocabulary)) > int.MaxValue)
        {
            throw new InputException(
                $"a batch of {Schedule.Batch} windows of {Model.Block} tokens is too large for a model of width {Model.Width}", where,
                "Reduce Batch or Block.");
        }

        return this;
    }

    /// <summary>The readable name: <c>released e=0.02 · w96 · seed 3</c>.</summary>
    public override string ToString() => $"{Language} · w{Model.Width} · seed {Seed}";
}
