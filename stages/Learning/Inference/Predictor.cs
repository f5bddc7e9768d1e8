using Research.Learning.Models;

namespace Research.Learning.Inference;

/// <summary>
/// Asks a model for next-token log-probabilities, many sequences at a time. Sequences of several lengths share a batch
/// without padding, and a beginning that several of them have in common is computed once. Attention looks back only, so
/// neither company nor batch size changes a bit of a result: they are those of the training's forward pass.
/// </summary>
public sealed class Predictor : IDisposable
{
    private readonly Gpt model;
    private readonly InferencePass pass;
    private readonly bool[] asked;
    private readonly int[] askedSlots;
    private readonly int[] answerOf;
    private readonly float[] answers;

    /// <summary>A predictor with its own memory; the model stays the caller's.</summary>
    /// <param name="model">The model to ask.</param>
    /// <param name="rows">Most tokens of a batch; at least one window is always taken.</param>
    public Predictor(Gpt model, int rows = 4096)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        this.model = model;
        rows = Math.Max(rows, model.Spec.Block);
        pass = new InferencePass(model, rows, rows, lasting: false);
        (asked, askedSlots, answerOf) = (new bool[rows], new int[rows], new int[rows]);
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

    /// <summary>The log-probability of each token of given continuations, in nats.</summary>
    /// <param name="prompts">Tokens; each prompt has at least one.</param>
    /// <param name="continuations">
    /// For each prompt the tokens after it: together at most one more than the block length. One prompt may stand several
    /// times, with several continuations.
    /// </param>
    /// <param name="cancellation">Looked at between batches.</param>
    /// <returns>[prompts][tokens of the continuation]</returns>
    /// <exception cref="ArgumentException">
    /// There are more or fewer continuations than prompts, a prompt is empty, both are too long, or a token is outside of
    /// the vocabulary.
    /// </exception>
    public float[][] Score(
        IReadOnlyList<int[]> prompts, IReadOnlyList<int[]> continuations, CancellationToken cancellation = default)
    {
        if (continuations.Count != prompts.Count)
        {
            throw new ArgumentException($"{continuations.Count} continuations for {prompts.Count} prompts", nameof(continuations));
        }

        if (continuations.Any(tokens => tokens.AsSpan().ContainsAnyExceptInRange(0, model.Spec.Vocabulary - 1)))
        {
            throw new ArgumentException("a continuation has a token outside of the vocabulary", nameof(continuations));
        }

        var places = prompts.Zip(continuations, (prompt, next) => Enumerable.Range(prompt.Length - 1, next.Length).ToArray());
        var sequences = prompts.Zip(continuations, (prompt, next) => next.Length == 0 ? prompt : [.. prompt, .. next[..^1]]);
        var table = At([.. sequences], [.. places], cancellation);
        var row = 0;
        return [.. continuations.Select(tokens => Array.ConvertAll(tokens, token => table[row++][token]))];
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
        var questions = new List<(int Slot, int Row)>();
        var order = new PromptOrder(sequences, model.Spec.Block);
        foreach (var sequence in PromptOrder.Of(sequences))
        {
            if (pass.Tree.Count + order.NewSlots(sequence) > pass.Tree.Capacity)
            {
                cancellation.ThrowIfCancellationRequested();
                Answer(questions, result);
                order.Clear();
            }

            order.Put(sequence, pass.Tree);
            for (var i = 0; i < positions[sequence].Count; i++)
            {
                questions.Add((order.Path[positions[sequence][i]], firstRow[sequence] + i));
            }
        }

        cancellation.ThrowIfCancellationRequested();
        Answer(questions, result);
        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => pass.Dispose();

    /// <summary>Computes the sequences put so far and writes the answers to their rows; leaves neither behind.</summary>
    private void Answer(List<(int Slot, int Row)> questions, LogProbabilities result)
    {
        asked.AsSpan().Clear();
        questions.ForEach(question => asked[question.Slot] = true);
        var count = 0;
        for (var slot = 0; slot < pass.Tree.Count; slot++)
        {
            if (asked[slot])
            {
                answerOf[slot] = count;
                askedSlots[count++] = slot;
            }
        }

        pass.Run(askedSlots.AsSpan(0, count), answers);
        var vocabulary = model.Spec.Vocabulary;
        questions.ForEach(question =>
            answers.AsSpan(answerOf[question.Slot] * vocabulary, vocabulary).CopyTo(result.Row(question.Row)));
        questions.Clear();
        pass.Clear();
    }

    private void Require(IReadOnlyList<int[]> sequences, IReadOnlyList<IReadOnlyList<int>> positions)
    {
        if (positions.Count != sequences.Count)
        {
            throw new ArgumentException($"{positions.Count} lists of positions for {sequences.Count} sequences", nameof(positions));
        }

        for (var i = 0; i < sequences.Count; i++)
        {
            SequenceLimits.Require(model.Spec, sequences[i], i, nameof(sequences));
            if (positions[i].Any(position => position < 0 || position >= sequences[i].Length))
            {
                throw new ArgumentException($"sequence {i} has no such position", nameof(positions));
            }
        }
    }
}
