using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>
/// Asks a model for next-token log-probabilities, many sequences at a time. Sequences of several lengths share a batch,
/// padded on the right: attention looks back only, so neither padding nor company nor batch size changes a bit of a result.
/// </summary>
public sealed class Predictor : IDisposable
{
    private readonly Gpt model;
    private readonly Activations activations;
    private readonly IntBuffer tokens;
    private readonly IntBuffer places;
    private readonly int[] tokenRows;
    private readonly int[] placeRows;
    private readonly float[] answers;

    /// <summary>A predictor with its own memory; the model stays the caller's.</summary>
    /// <param name="model">The model to ask.</param>
    /// <param name="rows">Most tokens of a batch, padding included; at least one window is always taken.</param>
    public Predictor(Gpt model, int rows = 4096)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        this.model = model;
        rows = Math.Max(rows, model.Spec.Block);
        activations = new Activations(model.Device, model.Spec, rows, rows * model.Spec.Block, keep: false);
        tokens = model.Device.Ints(rows);
        places = model.Device.Ints(rows);
        (tokenRows, placeRows) = (new int[rows], new int[rows]);
        answers = new float[rows * model.Spec.Vocabulary];
    }

    /// <summary>The distribution of the token that follows each prompt.</summary>
    /// <param name="prompts">Tokens; each prompt has 1 to block-length tokens.</param>
    /// <param name="cancellation">Looked at between batches.</param>
    /// <returns>One row for each prompt.</returns>
    /// <exception cref="ArgumentException">A prompt is empty or too long, or has a token outside of the vocabulary.</exception>
    public LogProbabilities AfterPrompts(IReadOnlyList<int[]> prompts, CancellationToken cancellation = default)
    {
        var places = prompts.Select(prompt => new[] { prompt.Length - 1 }).ToArray();
        return At(prompts, places, cancellation);
    }

    /// <summary>The distribution of the next token at every position of each sequence.</summary>
    /// <param name="sequences">Tokens; each sequence has 1 to block-length tokens.</param>
    /// <param name="cancellation">Looked at between batches.</param>
    /// <returns>The rows of the first sequence, one for each position, then those of the second, ...</returns>
    /// <exception cref="ArgumentException">A sequence is empty or too long, or has a token outside of the vocabulary.</exception>
    public LogProbabilities Along(IReadOnlyList<int[]> sequences, CancellationToken cancellation = default)
    {
        var places = sequences.Select(sequence => Enumerable.Range(0, sequence.Length).ToArray()).ToArray();
        return At(sequences, places, cancellation);
    }

    /// <summary>The distribution of the next token at chosen positions.</summary>
    /// <param name="sequences">Tokens; each sequence has 1 to block-length tokens.</param>
    /// <param name="positions">For each sequence the positions asked about: position t is after its tokens 0 to t.</param>
    /// <param name="cancellation">Looked at between batches.</param>
    /// <returns>The rows of the first sequence in the order of its positions, then those of the second, ...</returns>
    /// <exception cref="ArgumentException">A sequence is empty or too long, has a token outside of the vocabulary, or lacks a position.</exception>
    public LogProbabilities At(
        IReadOnlyList<int[]> sequences, IReadOnlyList<IReadOnlyList<int>> positions, CancellationToken cancellation = default)
    {
        Require(sequences, positions);
        var firstRow = new int[sequences.Count + 1];
        for (var i = 0; i < sequences.Count; i++)
        {
            firstRow[i + 1] = firstRow[i] + positions[i].Count;
        }

        var result = new LogProbabilities(firstRow[^1], model.Spec.Vocabulary);

        // Like lengths together: a batch is as wide as its longest sequence, so short ones cost little.
        var order = Enumerable.Range(0, sequences.Count).OrderByDescending(i => sequences[i].Length).ToArray();
        for (var start = 0; start < order.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            var time = sequences[order[start]].Length;
            var count = Math.Min(order.Length - start, tokenRows.Length / time);
            Batch(sequences, positions, order.AsSpan(start, count), time, firstRow, result);
            start += count;
        }

        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        activations.Dispose();
        tokens.Dispose();
        places.Dispose();
    }

    private void Batch(
        IReadOnlyList<int[]> sequences, IReadOnlyList<IReadOnlyList<int>> positions, ReadOnlySpan<int> members, int time, int[] firstRow,
        LogProbabilities result)
    {
        var (device, spec) = (model.Device, model.Spec);
        tokenRows.AsSpan(0, members.Length * time).Clear();
        for (var i = 0; i < members.Length; i++)
        {
            sequences[members[i]].CopyTo(tokenRows.AsSpan(i * time, time));
        }

        tokens.Write(tokenRows.AsSpan(0, members.Length * time));
        ForwardPass.Run(device, spec, model.Tensors, members.Length, time, tokens, activations);

        // A position may be asked about more than once, so the questions can outnumber the rows of the memory.
        var asked = 0;
        var pending = new List<int>(tokenRows.Length);
        for (var i = 0; i < members.Length; i++)
        {
            for (var j = 0; j < positions[members[i]].Count; j++)
            {
                placeRows[asked++] = (i * time) + positions[members[i]][j];
                pending.Add(firstRow[members[i]] + j);
                if (asked == placeRows.Length)
                {
                    Answer(pending, result);
                    asked = 0;
                }
            }
        }

        Answer(pending, result);
    }

    /// <summary>Runs the output layer on the pending places and copies the answers to their rows of the result.</summary>
    private void Answer(List<int> pending, LogProbabilities result)
    {
        if (pending.Count == 0)
        {
            return;
        }

        var (device, spec, rows) = (model.Device, model.Spec, pending.Count);
        places.Write(placeRows.AsSpan(0, rows));
        var chosen = activations.Projected(rows);
        device.GatherRows(rows, spec.Width, places, activations.Final, chosen);
        var logits = ForwardPass.Head(device, spec, model.Tensors, rows, chosen, activations);
        device.LogSoftmax(rows, spec.Vocabulary, logits, logits);
        var values = answers.AsSpan(0, rows * spec.Vocabulary);
        logits.Buffer.Read(values, logits.Offset);
        for (var i = 0; i < rows; i++)
        {
            values.Slice(i * spec.Vocabulary, spec.Vocabulary).CopyTo(result.Row(pending[i]));
        }

        pending.Clear();
    }

    private void Require(IReadOnlyList<int[]> sequences, IReadOnlyList<IReadOnlyList<int>> positions)
    {
        if (positions.Count != sequences.Count)
        {
            throw new ArgumentException($"{positions.Count} lists of positions for {sequences.Count} sequences", nameof(positions));
        }

        for (var i = 0; i < sequences.Count; i++)
        {
            var sequence = sequences[i];
            if (sequence.Length < 1 || sequence.Length > model.Spec.Block)
            {
                throw new ArgumentException(
                    $"sequence {i} has {sequence.Length} tokens; the model takes 1 to {model.Spec.Block}", nameof(sequences));
            }

            if (sequence.AsSpan().ContainsAnyExceptInRange(0, model.Spec.Vocabulary - 1))
            {
                throw new ArgumentException(
                    $"sequence {i} has a token outside of the vocabulary 0 to {model.Spec.Vocabulary - 1}", nameof(sequences));
            }

            if (positions[i].Any(position => position < 0 || position >= sequence.Length))
            {
                throw new ArgumentException($"sequence {i} has no such position", nameof(positions));
            }
        }
    }
}
