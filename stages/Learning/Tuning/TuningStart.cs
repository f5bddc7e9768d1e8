using System.Globalization;
using Research.Learning.Auditing;
using Research.Learning.Models;

namespace Research.Learning.Tuning;

/// <summary>What a training begins with that does not begin with its seed's weights.</summary>
/// <param name="Weights">Of the model and then of the adapter, if there is one: in the order of the layout.</param>
/// <param name="Adapter">The adapter that alone is trained; null: all parameters are.</param>
/// <param name="Facts">What the head of the digest chain binds of it.</param>
internal sealed record TuningStart(float[] Weights, AdapterSpec? Adapter, IReadOnlyList<HeadRow> Facts)
{
    /// <summary>The fact that binds the base: the digest of its final weights.</summary>
    public const string BaseWeights = "Base.Weights";

    /// <summary>The beginning of a fine-tuning.</summary>
    /// <param name="item">The fine-tuning.</param>
    /// <param name="weights">The base's weights; of an adapter beside them nothing is used, it is merged.</param>
    public static TuningStart From(FineTuning item, ReadOnlySpan<float> weights)
    {
        var layout = new GptLayout(item.Base.Model, item.Adapter);
        var initial = new float[layout.ParameterCount];
        weights[..layout.ModelCount].CopyTo(initial);
        LowRankAdapter.Initialize(layout, item.Seed, initial);
        List<HeadRow> facts = [new(BaseWeights, StateDigest.OfNumbers(weights[..layout.ModelCount]))];
        if (item.Adapter is { } adapter)
        {
            facts.Add(new("Adapter.Rank", $"{adapter.Rank}"));
            facts.Add(new("Adapter.Alpha", adapter.Alpha.ToString(CultureInfo.InvariantCulture)));
            facts.Add(new("Adapter.Layers", $"{adapter.Layers}"));
        }

        return new TuningStart(initial, item.Adapter, facts);
    }
}
