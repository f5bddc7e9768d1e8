using Research.Jobs;

namespace Research.Learning.Tuning;

/// <summary>
/// A low-rank adapter (LoRA, Hu et al. 2021): the weight of a chosen linear layer is W = W0 + (alpha / rank) B A, and only A and B
/// are trained; every other parameter keeps its bits.
/// </summary>
/// <param name="Rank">Rows of A and columns of B; from 1 to the model's width.</param>
/// <param name="Alpha">Scale of the change; positive.</param>
/// <param name="Layers">Which layers have one.</param>
public sealed record AdapterSpec(int Rank, double Alpha, AdaptedLayers Layers)
{
    /// <summary>What B A is multiplied by.</summary>
    internal double Scale => Alpha / Rank;

    /// <summary>Checks that a model of this shape can have the adapter.</summary>
    /// <param name="model">A valid shape.</param>
    /// <param name="where">What the message names as the place: a file, a profile key, a job.</param>
    /// <returns>This spec.</returns>
    /// <exception cref="InputException">Something is out of range.</exception>
    public AdapterSpec Validate(GptSpec model, string where)
    {
        if (Rank < 1 || Rank > model.Width)
        {
            throw new InputException(
                $"the adapter's rank is {Rank}", where, $"Set it to a number from 1 to the model's width, {model.Width}.");
        }

        if (!(Alpha is > 0 and <= 1e6))
        {
            throw new InputException($"the adapter's alpha is {Alpha}", where, "Set it to a positive number up to 1000000.");
        }

        return Enum.IsDefined(Layers)
            ? this
            : throw new InputException(
                $"the adapter's layers are {Layers}", where, $"Name one of {string.Join(", ", Enum.GetNames<AdaptedLayers>())}.");
    }

    /// <summary>The readable name: <c>LoRA rank 4 attention</c>.</summary>
    public override string ToString() => Layers switch
    {
        AdaptedLayers.Attention => $"LoRA rank {Rank} attention",
        AdaptedLayers.Mlp => $"LoRA rank {Rank} MLP",
        _ => $"LoRA rank {Rank}",
    };
}
