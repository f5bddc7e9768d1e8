using System.Globalization;
using Research.Learning.Data;
using Research.Learning.Tuning;
using Research.Numerics.Reference;

namespace Research.Learning.Auditing;

/// <summary>
/// What a digest chain begins with: everything that determines the bits of a training. The language's name is none of it; the
/// tokens are.
/// </summary>
internal static class ChainHead
{
    private const int Piece = 16 * 1024;

    /// <summary>The facts, in a fixed order.</summary>
    public static IReadOnlyList<HeadRow> Of(Training item, Vocabulary vocabulary, TokenSequence text, TuningStart? start = null)
    {
        var (model, schedule) = (item.Model, item.Schedule);
        return
        [
            new("NumericSpecification", NumericSpecification.Version),
            Number("Model.Layers", model.Layers),
            Number("Model.Heads", model.Heads),
            Number("Model.Width", model.Width),
            Number("Model.Block", model.Block),
            Number("Model.Vocabulary", model.Vocabulary),
            Number("Schedule.Steps", schedule.Steps),
            Number("Schedule.Batch", schedule.Batch),
            Number("Schedule.LearningRate", schedule.LearningRate),
            Number("Schedule.Beta1", schedule.Beta1),
            Number("Schedule.Beta2", schedule.Beta2),
            Number("Schedule.Epsilon", schedule.Epsilon),
            Number("Schedule.WeightDecay", schedule.WeightDecay),
            Number("Schedule.ClipNorm", schedule.ClipNorm),
            Number("Schedule.WarmupSteps", schedule.WarmupSteps),
            new("Schedule.Schedule", $"{schedule.Schedule}"),
            Number("Schedule.MinimalLearningRate", schedule.MinimalLearningRate),
            new("Schedule.SnapshotSteps", string.Join(' ', schedule.SnapshotSteps)),
            Number("Schedule.DigestInterval", schedule.DigestInterval),
            Number("Schedule.StateInterval", schedule.StateInterval),
            Number("Seed", item.Seed),
            new("Corpus.Characters", string.Join(' ', vocabulary.Characters.Select(character => $"{(int)character:X4}"))),
            Number("Corpus.Tokens", text.Length),
            new("Corpus.Digest", DigestOf(text)),
            .. start?.Facts ?? [],
        ];
    }

    /// <summary>The digest of the facts.</summary>
    public static string DigestOf(IReadOnlyList<HeadRow> rows)
    {
        using var hash = new Sha256Writer("head");
        foreach (var row in rows)
        {
            hash.Add(row.Name);
            hash.Add(row.Value);
        }

        return hash.Finish();
    }

    /// <summary>The digest of a text's tokens, four bytes each.</summary>
    private static string DigestOf(TokenSequence text)
    {
        using var hash = new Sha256Writer("tokens");
        var staging = new int[Math.Min(Piece, text.Length)];
        for (var start = 0; start < text.Length; start += Piece)
        {
            var piece = staging.AsSpan(0, Math.Min(Piece, text.Length - start));
            text.CopyTo(start, piece);
            hash.Add(piece);
        }

        return hash.Finish();
    }

    private static HeadRow Number(string name, IFormattable value) => new(name, value.ToString(null, CultureInfo.InvariantCulture));
}
