using Research.Jobs;

namespace Research.Learning.Tuning;

/// <summary>One fine-tuning: a trained model goes on learning, from another text.</summary>
/// <param name="Base">The training whose final weights it begins with.</param>
/// <param name="Text">Name of the text, for people: <c>tuning of released e=0.02</c>.</param>
/// <param name="Schedule">Optimizer, batch and number of updates; AdamW begins anew.</param>
/// <param name="Seed">Seed of the order of the data and of an adapter's first weights.</param>
/// <param name="Adapter">The adapter that is trained; null: all parameters are (full fine-tuning).</param>
public sealed record FineTuning(Training Base, string Text, TrainingSpec Schedule, int Seed, AdapterSpec? Adapter = null)
{
    /// <summary>How it is done, for people: <c>full rate 0.001</c>, <c>LoRA rank 4 attention rate 0.004</c>.</summary>
    public string Method => $"{(Adapter is null ? "full" : $"{Adapter}")} rate {Schedule.LearningRate}";

    /// <summary>Checks the base, the schedule and the adapter, alone and together.</summary>
    /// <returns>This fine-tuning.</returns>
    /// <exception cref="InputException">Something is out of range.</exception>
    public FineTuning Validate()
    {
        Base.Validate();
        AsTraining().Validate();
        Adapter?.Validate(Base.Model, ToString());
        return this;
    }

    /// <summary>The training that the fine-tuning is, but for what it begins with.</summary>
    internal Training AsTraining() => new($"{Base} · {Method}", Base.Model, Schedule, Seed);

    /// <summary>The readable name: <c>released e=0.02 · w64 · seed 3 · full rate 0.001</c>.</summary>
    public override string ToString() => Seed == Base.Seed ? $"{Base} · {Method}" : $"{Base} · {Method} · tuning seed {Seed}";
}
