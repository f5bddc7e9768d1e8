using System.Text.Json;
using Research.Jobs;
using Research.Learning.Data;
using Research.Learning.Safetensors;

namespace Research.Learning.Checkpoints;

/// <summary>What a file of weights says about itself in its metadata.</summary>
/// <param name="Spec">The model's shape.</param>
/// <param name="Vocabulary">The characters it was trained on; as many as the shape says.</param>
/// <param name="Step">Updates done.</param>
public sealed record CheckpointHeader(GptSpec Spec, Vocabulary Vocabulary, int Step)
{
    private const string SpecKey = "gpt";
    private const string VocabularyKey = "vocabulary";
    private const string StepKey = "step";
    private const string Remedy = "Use a checkpoint written by this program, or train the model again.";

    internal Dictionary<string, string> ToMetadata() => new()
    {
        ["format"] = "pt",
        [SpecKey] = JsonSerializer.Serialize(Spec),
        [VocabularyKey] = Vocabulary.Characters,
        [StepKey] = $"{Step}",
    };

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

        var spec = ReadSpec(specText, path).Validate(path);
        var vocabulary = new Vocabulary(characters);
        if (vocabulary.Characters != characters || vocabulary.Count != spec.Vocabulary)
        {
            throw new InputException(
                $"the metadata list {characters.Length} characters, not the {spec.Vocabulary} of the model in token order", path, Remedy);
        }

        return new CheckpointHeader(spec, vocabulary, step);
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

    /// <summary>Sees that a file is of the expected model and step.</summary>
    /// <exception cref="InputException">Shape, vocabulary or step is another.</exception>
    internal void Require(CheckpointHeader expected, string path)
    {
        RequireModel(expected.Spec, expected.Vocabulary, path);
        if (Step != expected.Step)
        {
            throw new InputException($"the file is of step {Step}, expected {expected.Step}", path, Remedy);
        }
    }

    private static string Escape(Vocabulary vocabulary) => vocabulary.Characters.Replace("\n", "\\n", StringComparison.Ordinal);

    private static GptSpec ReadSpec(string text, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<GptSpec>(text) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new InputException($"the metadata entry {SpecKey} is no model shape", path, Remedy, e);
        }
    }
}
