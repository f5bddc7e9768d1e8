using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Research.Mirage.Scores.Sources;

namespace Research.Mirage.Scores.Checks;

/// <summary>A score whose texts could be read.</summary>
/// <param name="Raw">As it stands in the source.</param>
/// <param name="Value">The score, finite.</param>
/// <param name="Scale">Size of the model; null if unknown.</param>
/// <param name="Step">Step of the training; null if unknown.</param>
internal readonly record struct CheckedScore(RawScore Raw, double Value, double? Scale, double? Step)
{
    /// <summary>Reads the texts.</summary>
    /// <param name="raw">The score.</param>
    /// <param name="wrong">What is wrong with it; null if nothing is.</param>
    public static CheckedScore Of(RawScore raw, out string? wrong)
    {
        var checkedScore = new CheckedScore(raw, Number(raw.Value) ?? double.NaN, Number(raw.Scale), Number(raw.Step));
        wrong = raw switch
        {
            { Task: null } => "No task",
            { Metric: null } => "No metric",
            { Family: null } => "No family of models",
            { Value: null } => "No score",
            _ when Number(raw.Value) is null => "The score is not a number",
            _ when double.IsNaN(checkedScore.Value) => "The score is NaN",
            _ when double.IsInfinity(checkedScore.Value) => "The score is infinite",
            { Scale: not null } when checkedScore.Scale is not > 0 or double.PositiveInfinity => "The scale is not a positive number",
            { Step: not null } when checkedScore.Step is not >= 0 or double.PositiveInfinity => "The step is not a number from 0 on",
            _ => null,
        };
        return checkedScore;
    }

    /// <summary>What a score must have alone: model, task, metric and all that tells series apart. 128 bits of its SHA-256.</summary>
    public UInt128 Key()
    {
        var text = $"{SeriesKey()}\u001f{Raw.Model}\u001f{Scale:R}\u001f{Step:R}";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BitConverter.ToUInt64(hash) | (UInt128)BitConverter.ToUInt64(hash[8..]) << 64;
    }

    /// <summary>Family, task, metric, shots and conditions: what a curve over scale or steps has in common.</summary>
    public string SeriesKey() =>
        $"{Raw.Family}\u001f{Raw.Task}\u001f{Raw.Metric}\u001f{Raw.Shots}\u001f{string.Join('\u001f', Raw.Conditions)}";

    private static double? Number(string? text)
    {
        if (text is null) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return value;
        return text.TrimStart('+', '-').ToLowerInvariant() is "inf" or "infinity" ? (text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity) : null;
    }
}
