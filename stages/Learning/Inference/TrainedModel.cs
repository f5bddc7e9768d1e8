using Research.Jobs;
using Research.Learning.Data;
using Research.Learning.Models;
using Research.Numerics.Devices;
using Research.Numerics.Gpu;

namespace Research.Learning.Inference;

/// <summary>A checkpoint's model, loaded on the job's device and ready to be asked.</summary>
public sealed class TrainedModel : IDisposable
{
    private readonly Device device;
    private readonly Gpt model;
    private readonly Predictor predictor;
    private readonly Lazy<Generator> generator;

    private TrainedModel(Device device, Gpt model)
    {
        (this.device, this.model) = (device, model);
        predictor = new Predictor(model);
        generator = new(() => new Generator(model));
    }

    /// <summary>Number of parameters, embeddings included.</summary>
    public long Parameters => model.Layout.ParameterCount;

    /// <summary>Loads a model that was trained on a corpus.</summary>
    /// <param name="training">What was trained; its shape must be the checkpoint's.</param>
    /// <param name="checkpoint">The weights.</param>
    /// <param name="characters">The characters of the corpus, by token; they must be the checkpoint's.</param>
    /// <param name="job">Where it shall run.</param>
    /// <param name="step">A snapshot; null for the final weights.</param>
    /// <exception cref="InputException">The checkpoint is damaged, or of another shape or vocabulary.</exception>
    public static TrainedModel Load(
        Training training, Checkpoint checkpoint, string characters, JobContext job, int? step = null)
    {
        var device = ComputeDevice.For(job);
        try
        {
            var vocabulary = new Vocabulary(characters);
            return new TrainedModel(device, checkpoint.Load(device, training.Model, vocabulary, step));
        }
        catch (GpuException e)
        {
            device.Dispose();
            throw ComputeDevice.Refusal(e, training.ToString());
        }
        catch
        {
            device.Dispose();
            throw;
        }
    }

    /// <summary>The distribution of the token after each prompt, as probabilities. [prompts][tokens]</summary>
    public double[][] NextTokens(IReadOnlyList<int[]> prompts, CancellationToken cancellation)
    {
        var logs = predictor.AfterPrompts(prompts, cancellation);
        return [.. Enumerable.Range(0, logs.Rows).Select(row => Distributions.FromLogs(logs[row]))];
    }

    /// <summary>The distribution of the next token at chosen positions of each text. [texts][positions][tokens]</summary>
    /// <param name="texts">Tokens.</param>
    /// <param name="positions">For each text the positions asked about: position t is after its tokens 0 to t.</param>
    /// <param name="cancellation">Looked at between batches.</param>
    public double[][][] NextTokensAt(
        IReadOnlyList<int[]> texts, IReadOnlyList<int[]> positions, CancellationToken cancellation)
    {
        var logs = predictor.At(texts, positions, cancellation);
        var row = 0;
        return [.. positions.Select(places => Array.ConvertAll(places, _ => Distributions.FromLogs(logs[row++])))];
    }

    /// <summary>
    /// The distribution of the token after each of several positions of each text: after its tokens 0 to the position.
    /// [texts][positions][tokens]
    /// </summary>
    public double[][][] NextTokens(
        IReadOnlyList<int[]> texts, IReadOnlyList<int> positions, CancellationToken cancellation)
    {
        var logs = predictor.At(texts, [.. texts.Select(_ => positions)], cancellation);
        var row = 0;
        return [.. texts.Select(_ => positions.Select(_ => Distributions.FromLogs(logs[row++])).ToArray())];
    }

    /// <summary>
    /// ln p of the tokens of each window after its first, given those before them, in nats. [windows]
    /// </summary>
    public double[] LogProbabilities(IReadOnlyList<int[]> windows, CancellationToken cancellation)
    {
        var scores = predictor.Score(
            [.. windows.Select(window => window[..1])], [.. windows.Select(window => window[1..])], cancellation);
        return Array.ConvertAll(scores, logs =>
        {
            var sum = 0.0;
            foreach (var log in logs) sum += log;
            return sum;
        });
    }

    /// <summary>ln p of each token of given continuations, in nats. [prompts][tokens]</summary>
    /// <param name="prompts">Tokens; the same prompt may stand several times.</param>
    /// <param name="continuations">For each prompt the tokens after it.</param>
    /// <param name="cancellation">Looked at between batches.</param>
    public double[][] TokenLogs(
        IReadOnlyList<int[]> prompts, IReadOnlyList<int[]> continuations, CancellationToken cancellation) =>
        Array.ConvertAll(
            predictor.Score(prompts, continuations, cancellation), logs => Array.ConvertAll(logs, log => (double)log));

    /// <summary>
    /// Continues each prompt, until a stop token or a number of tokens, with tokens drawn from the model; without a
    /// <paramref name="sampling"/> with the likeliest ones.
    /// </summary>
    public IReadOnlyList<Continuation> Continue(
        IReadOnlyList<int[]> prompts, int mostTokens, int stopToken, Sampling? sampling, CancellationToken cancellation) =>
        generator.Value.Continue(prompts, mostTokens, stopToken, sampling, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (generator.IsValueCreated) generator.Value.Dispose();
        predictor.Dispose();
        model.Dispose();
        device.Dispose();
    }
}
