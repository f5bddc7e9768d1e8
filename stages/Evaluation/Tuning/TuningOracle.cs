using Research.Learning.Inference;
using Research.Languages.DoublyEmbedded;
using Research.Languages.Tuning;
using Research.Numerics.Statistics;

namespace Research.Evaluation.Tuning;

/// <summary>
/// Splits a model's predictions along a prompt into the transition q(theta' | theta) after it and the distribution q(x | theta)
/// within its last message, and holds each against the exact one. Both are known exactly: in a released language the first letter
/// belongs to one intention, and a prompt begins with a newline.
/// </summary>
internal sealed class TuningOracle
{
    private readonly Language language;
    private readonly int[] owner;
    private readonly double[][] target;
    private readonly double[][] before;
    private readonly double[] row;
    private readonly double[] truth;

    /// <exception cref="ArgumentException">A first letter belongs to several intentions.</exception>
    public TuningOracle(Language language)
    {
        this.language = language;
        Instruction = new Instruction(language.Intentions);
        owner = [.. Enumerable.Range(0, language.Letters).Select(OwnerOf)];
        // Beside the intentions' places there is one for symbols that begin no message; its true probability is 0.
        row = new double[language.Intentions + 1];
        truth = new double[language.Alphabet.Tokens];
        target = [.. Enumerable.Range(0, language.Intentions).Select(Target)];
        before = [.. Enumerable.Range(0, language.Intentions).Select(theta => (double[])[.. language.NextIntention(theta), 0])];
    }

    /// <summary>The instruction that the tuning teaches.</summary>
    public Instruction Instruction { get; }

    /// <summary>The row of a prompt and a model's predictions.</summary>
    /// <param name="item">The measurement.</param>
    /// <param name="step">Updates done.</param>
    /// <param name="prompt">The prompt.</param>
    /// <param name="predictions">The distribution of the next token at <see cref="Places"/>.</param>
    public TuningRow Row(TuningSpec item, int step, TuningPrompt prompt, ReadOnlySpan<double[]> predictions)
    {
        var theta = prompt.Intention;
        FillRow(predictions[^1]);
        return new(
            item.Tuning.Base.Language, item.Tuning.Base.Model.ToString(), item.Tuning.Method, item.Tuning.Base.Seed, step, theta,
            Instruction.RoleOf(theta), prompt.Earlier, prompt.Index,
            Answer: row[Instruction.AnswerTo(theta)],
            TargetKl: KlDivergence.Floored(target[theta], row),
            TargetDistance: Distributions.TotalVariation(target[theta], row),
            BaseKl: KlDivergence.Floored(before[theta], row),
            BaseDistance: Distributions.TotalVariation(before[theta], row),
            WithinKl: Within(prompt, predictions[..^1]));
    }

    /// <summary>The positions of a prompt to ask at: all letters of the last message but its last, and the newline after it.</summary>
    public int[] Places(TuningPrompt prompt)
    {
        var end = prompt.Tokens.Length - 1;
        return [.. Enumerable.Range(end - language.MessageLength, language.Transitions), end];
    }

    private double Within(TuningPrompt prompt, ReadOnlySpan<double[]> predictions)
    {
        var first = prompt.Tokens.Length - 1 - language.MessageLength;
        var sum = 0.0;
        for (var i = 0; i < predictions.Length; i++)
        {
            language.NextLetter(prompt.Intention, prompt.Tokens[first + i] - 1).CopyTo(truth.AsSpan(1));
            sum += KlDivergence.Floored(truth, predictions[i]);
        }

        return sum / predictions.Length;
    }

    private void FillRow(double[] prediction)
    {
        row.AsSpan().Clear();
        row[^1] = prediction[0];
        for (var s = 0; s < owner.Length; s++) row[owner[s]] += prediction[s + 1];
    }

    private double[] Target(int theta)
    {
        var distribution = new double[row.Length];
        if (Instruction.RoleOf(theta) == TuningRole.HeldOut) distribution[Instruction.AnswerTo(theta)] = 1;
        else Instruction.Row(theta, distribution.AsSpan(0, language.Intentions));
        return distribution;
    }

    private int OwnerOf(int letter)
    {
        int[] owners = [.. Enumerable.Range(0, language.Intentions).Where(theta => language.Start(theta)[letter] > 0)];
        return owners.Length == 1
            ? owners[0]
            : throw new ArgumentException($"{owners.Length} intentions of {language.Name} begin with the letter {letter}.");
    }
}
