using Research.Learning.Models;

namespace Research.Learning.Inference;

/// <summary>
/// Continues prompts token by token, many at a time. Keys and values are kept, so that a token costs one row of every
/// product; finished sequences leave the batch. A continuation depends on nothing but the model, its prompt and, where
/// tokens are drawn, its prompt's number.
/// </summary>
public sealed class Generator : IDisposable
{
    private readonly Gpt model;
    private readonly InferencePass pass;
    private readonly float[] logs;

    /// <summary>A generator with its own memory; the model stays the caller's.</summary>
    /// <param name="model">The model to ask.</param>
    /// <param name="slots">
    /// Most tokens of a batch, prompts and continuations together; at least one window is always taken.
    /// </param>
    public Generator(Gpt model, int slots = 8192)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(slots);
        this.model = model;
        slots = Math.Max(slots, model.Spec.Block);
        var rows = Math.Min(slots, 2048);
        pass = new InferencePass(model, rows, slots, lasting: true);
        logs = new float[slots * model.Spec.Vocabulary];
    }

    /// <summary>Continues each prompt until a stop token, a length, or a full context.</summary>
    /// <param name="prompts">Tokens; each prompt has 1 to block-length tokens. Equal prompts are computed once.</param>
    /// <param name="mostTokens">Most tokens of a continuation; at least 1.</param>
    /// <param name="stopToken">Ends a continuation; null for none.</param>
    /// <param name="sampling">How tokens are drawn; null always takes the most probable, of several the smallest.</param>
    /// <param name="cancellation">Looked at between tokens.</param>
    /// <returns>One continuation for each prompt, in their order.</returns>
    /// <exception cref="ArgumentException">
    /// A prompt is empty or too long, has a token outside of the vocabulary, or the temperature is not positive and finite.
    /// </exception>
    public IReadOnlyList<Continuation> Continue(
        IReadOnlyList<int[]> prompts, int mostTokens, int? stopToken = null, Sampling? sampling = null,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostTokens);
        if (sampling is not null && !(sampling.Temperature > 0 && double.IsFinite(sampling.Temperature)))
        {
            throw new ArgumentException($"the temperature {sampling.Temperature} is not positive and finite", nameof(sampling));
        }

        for (var i = 0; i < prompts.Count; i++)
        {
            SequenceLimits.Require(model.Spec, prompts[i], i, nameof(prompts));
        }

        var rule = new GenerationRule(model.Spec.Block, mostTokens, stopToken, sampling);
        var result = new Continuation[prompts.Count];
        var order = new PromptOrder(prompts, model.Spec.Block);
        var active = new List<GrowingSequence>();
        var needed = 0;
        foreach (var number in PromptOrder.Of(prompts))
        {
            // All of a batch is computed before any of it grows, so room for the growth is set aside.
            var growth = rule.MostTokens(prompts[number].Length) - 1;
            if (active.Count > 0 && needed + order.NewSlots(number) + growth > pass.Tree.Capacity)
            {
                Grow(active, rule, result, cancellation);
                order.Clear();
                needed = 0;
            }

            needed += order.NewSlots(number) + growth;
            order.Put(number, pass.Tree);
            active.Add(new GrowingSequence(number, prompts[number].Length, order.Path[^1]));
        }

        Grow(active, rule, result, cancellation);
        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => pass.Dispose();

    private void Grow(List<GrowingSequence> active, GenerationRule rule, Continuation[] result, CancellationToken cancellation)
    {
        while (active.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();

            // Prompts that are equal end in one slot; they come one after another.
            active.Sort((a, b) => a.Slot != b.Slot ? a.Slot.CompareTo(b.Slot) : a.Prompt.CompareTo(b.Prompt));
            int[] asked = [.. active.Select(sequence => sequence.Slot).Distinct()];
            pass.Run(asked, logs);
            var answer = 0;
            foreach (var sequence in active)
            {
                answer += sequence.Slot != asked[answer] ? 1 : 0;
                var distribution = logs.AsSpan(answer * pass.Vocabulary, pass.Vocabulary);
                var token = rule.Choose(distribution, sequence.Prompt, sequence.Length);
                sequence.Append(token, distribution[token]);
                sequence.End = rule.End(sequence.PromptLength, sequence.Tokens);
                if (sequence.End is { } end)
                {
                    result[sequence.Prompt] = new Continuation(sequence.Tokens, sequence.LogProbabilities, end);
                }
                else
                {
                    sequence.Slot = pass.Tree.Append(sequence.Slot, token);
                }
            }

            active.RemoveAll(sequence => sequence.End is not null);
        }

        pass.Clear();
    }
}
