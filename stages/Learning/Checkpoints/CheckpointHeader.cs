using System.Text.Json;
using Research.Jobs;
using Research.Learning.Data;
using Research.Learning.Tuning;
using Research.Learning.Models;
using Research.Learning.Safetensors;

namespace Research.Learning.Checkpoints;

/// <summary>What a file of weights says about itself in its metadata.</summary>
/// <param name="Spec">The model's shape.</param>
/// <param name="Vocabulary">The characters it was trained on; as many as the shape says.</param>
/// <param name="Step">Updates done.</param>
/// <param name="Adapter">The adapter whose A and B lie beside the weights, which it is merged into; null if there is none.</param>
public sealed record CheckpointHeader(GptSpec Spec, Vocabulary Vocabulary, int Step, AdapterSpec? Adapter = null)
{
    private const string SpecKey = "gpt";
    private const string VocabularyKey = "vocabulary";
    private const string StepKey = "step";
    private const string AdapterKey = "adapter";
    private const string Remedy = "Use a checkpoint written by this program, or train the model again.";

    internal GptLayout Layout => new(Spec, Adapter);

    internal Dictionary<string, string> ToMetadata()
    {
        Dictionary<string, string> metadata = new()
        {
            ["format"] = "pt",
            [SpecKey] = JsonSerializer.Serialize(Spec),
            [VocabularyKey] = Vocabulary.Characters,
            [StepKey] = $"{Step}",
        };
        if (Adapter is not null)
        {
            metadata[AdapterKey] = JsonSerializer.Serialize(Adapter);
        }

        return metadata;
    }

    internal static CheckpointHeader Read(SafetensorsReader reader, string path)
    {
        if (!reader.Metadata.TryGetValue(SpecKey, out var specText)
            || !reader.Metadata.TryGetValue(VocabularyKey, out var characters)
            || !reader.Metadata.TryGetValue(StepKey, out var stepText)
            || !int.TryParse(stepText, out var step) || step < 0)
        {
            throw new InputException(
                $"the metadata lacks {SpecKey}, {VocabularyKey} or {StepKey}, or one is wrong", path, Remedy);
        }

        var spec = Parse<GptSpec>(SpecKey, specText, path).Validate(path);
        var vocabulary = new Vocabulary(characters);
        if (vocabulary.Characters != characters || vocabulary.Count != spec.Vocabulary)
        {
            throw new InputException(
                $"the metadata list {characters.Length} characters, not the {spec.Vocabulary} of the model in token order", path, Remedy);
        }

        var adapter = reader.Metadata.TryGetValue(AdapterKey, out var adapterText)
            ? Parse<AdapterSpec>(AdapterKey, adapterText, path).Validate(spec, path)
            : null;
        return new CheckpointHeader(spec, vocabulary, step, adapter);
    }

    /// <summary>Sees that a file is of the expected model.</summary>
    /// <exception cref="InputException">Its shape or its vocabulary is another.</exception>
    internal CheckpointHeader RequireModel(GptSpec spec, Vocabulary vocabulary, string path)
    {
        if (Spec != spec)
        {
            throw new InputException($"the file holds {Spec}, expected {spec}", path, "Give the checkpoint of this model.");
        }

        return Vocabulary.Equals(vocabulary)
            ? this
            : throw new InputException(
                $"the model knows the characters '{Escape(Vocabulary)}', the text has '{Escape(vocabulary)}'", path,
                "Give the corpus it was trained on, or train it on this one.");
    }

    /// <summary>Sees that a file is of the expected model, adapter and step.</summary>
    /// <exception cref="InputException">Shape, vocabulary, adapter or step is another.</exception>
    internal void Require(CheckpointHeader expected, string path)
    {
        RequireModel(expected.Spec, expected.Vocabulary, path);
        if (Adapter != expected.Adapter)
        {
            throw new InputException(
                $"the file holds {Describe(Adapter)}, expected {Describe(expected.Adapter)}", path, "Give the checkpoint of this fine-tuning.");
        }

        if (Step != expected.Step)
        {
            throw new InputException($"the file is of step {Step}, expected {expected.Step}", path, Remedy);
        }
    }

    private static string Escape(Vocabulary vocabulary) => vocabulary.Characters.Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Describe(AdapterSpec? adapter) => adapter is null ? "no adapter" : $"an adapter {adapter}, alpha {adapter.Alpha}";

    private static T Parse<T>(string key, string text, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new InputException($"the metadata entry {key} is no {(key == SpecKey ? "model shape" : "description of an adapter")}", path, Remedy, e);
        }
    }
}
