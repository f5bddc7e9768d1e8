using Research.Languages.DoublyEmbedded;
using Research.Numerics;

namespace Research.Evaluation.SparsityViolation;

/// <summary>
/// A newline and messages x_0, x_1, ... each with its newline, whose intentions go on along the intention chain.
/// </summary>
internal sealed class StepTrial
{
    private readonly SparsityViolationSpec item;
    private readonly Language language;
    private readonly MessageSampler sampler;
    private readonly int[] text;
    private readonly int[] intentions;

    /// <summary>Draws a trial; it depends on the training's seed and its index.</summary>
    public StepTrial(SparsityViolationSpec item, Language language, MessageSampler sampler, int index)
    {
        (this.item, this.language, this.sampler, Index) = (item, language, sampler, index);
        var draws = Draws(step: 0);
        intentions = new int[item.MostExamples - 1];
        text = new int[Length(intentions.Length)];
        for (var k = 0; k < intentions.Length; k++)
        {
            intentions[k] = k == 0 ? sampler.Intention(ref draws) : sampler.NextIntention(intentions[k - 1], ref draws);
            sampler.Message(intentions[k], Message(text, k), ref draws);
        }
    }

    /// <summary>Its number.</summary>
    public int Index { get; }

    /// <summary>The most messages a prompt can have.</summary>
    public int MostMessages => intentions.Length;

    /// <summary>The intention of message k, from 0.</summary>
    public int Intention(int k) => intentions[k];

    /// <summary>The prompt with the first messages: a newline, and one after each.</summary>
    public int[] Prompt(int messages) => text[..Length(messages)];

    /// <summary>
    /// Prompts that have the first message in common with this trial, drawn as the text may go on from it, the intention
    /// of the last message being given.
    /// </summary>
    /// <param name="messages">Messages of each prompt, at least 2.</param>
    /// <param name="last">The last one's intention; must be possible.</param>
    /// <param name="forward">
    /// The exact distribution of each message's intention given the first message. [messages][intentions]
    /// </param>
    public IEnumerable<int[]> Continuations(int messages, int last, IReadOnlyList<double[]> forward)
    {
        var draws = Draws(step: 1 + (messages * language.Intentions) + last);
        var path = new int[messages];
        for (var n = 0; n < item.Continuations; n++)
        {
            path[^1] = last;
            for (var k = messages - 2; k > 0; k--) path[k] = Before(path[k + 1], forward[k], draws.UniformDouble());
            var prompt = text[..Length(messages)];
            for (var k = 1; k < messages; k++) sampler.Message(path[k], Message(prompt, k), ref draws);
            yield return prompt;
        }
    }

    /// <summary>An intention given the one after it, by the uniform number.</summary>
    private int Before(int next, double[] forward, double uniform)
    {
        var total = 0.0;
        for (var i = 0; i < forward.Length; i++) total += forward[i] * language.NextIntention(i)[next];
        var (chosen, sum) = (-1, 0.0);
        for (var i = 0; i < forward.Length && (chosen < 0 || sum <= uniform * total); i++)
        {
            var weight = forward[i] * language.NextIntention(i)[next];
            sum += weight;
            if (weight > 0) chosen = i;
        }

        return chosen;
    }

    private int Length(int messages) => 1 + (messages * (language.MessageLength + 1));

    private Span<int> Message(int[] prompt, int k) => prompt.AsSpan(Length(k), language.MessageLength);

    private PhiloxStream Draws(int step) => new(
        new Philox(item.Training.Seed, "evaluation/steps"), step: (uint)Index, tensor: (uint)step);
}
