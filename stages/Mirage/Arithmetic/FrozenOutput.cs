using System.Globalization;

namespace Research.Mirage.Arithmetic;

/// <summary>
/// What one model, at one moment of its training, made of one item: everything that a metric can ask for. Every metric is computed
/// from rows of this kind, so that metrics differ in nothing but themselves. Lists are texts: of numbers with spaces between
/// (the shortest that read back to the same bits), of answers with <c>|</c> between.
/// </summary>
/// <param name="Model">Label of the shape: <c>w16</c>.</param>
/// <param name="Parameters">Parameters of the model, embeddings included.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Step">Optimizer steps done.</param>
/// <param name="Tokens">Tokens trained on until then.</param>
/// <param name="IsFinal">Whether these are the final weights.</param>
/// <param name="Loss">Pre-training loss of these weights: cross-entropy on held-out text, nats per token.</param>
/// <param name="Task">The task.</param>
/// <param name="Length">Tokens of the target.</param>
/// <param name="Item">Number of the item in its task and length, the same for every model.</param>
/// <param name="Prompt">What the model reads: solved problems and the open one, newlines as <c>;</c>.</param>
/// <param name="Target">The right answer.</param>
/// <param name="Greedy">The answer of likeliest tokens, without what ends it; cut where the model did not end.</param>
/// <param name="Ended">Whether the model ended that answer itself.</param>
/// <param name="Samples">Answers drawn at temperature 1; those that the model did not end are marked with a final <c>~</c>.</param>
/// <param name="TargetLogs">ln p of each token of the target, then of the end, given what stands before.</param>
/// <param name="Choices">Options of a multiple-choice question, one of them the target.</param>
/// <param name="Correct">Place of the target among them.</param>
/// <param name="ChoiceLogs">ln p of each option, its end included.</param>
public sealed record FrozenOutput(
    string Model,
    long Parameters,
    int Seed,
    int Step,
    long Tokens,
    bool IsFinal,
    double Loss,
    ArithmeticTask Task,
    int Length,
    int Item,
    string Prompt,
    string Target,
    string Greedy,
    bool Ended,
    string Samples,
    string TargetLogs,
    string Choices,
    int Correct,
    string ChoiceLogs)
{
    private const char AnswerSeparator = '|';

    /// <summary>The drawn answers.</summary>
    public string[] ReadSamples() => Samples.Length == 0 ? [] : Samples.Split(AnswerSeparator);

    /// <summary>ln p of each token of the target and of its end.</summary>
    public double[] ReadTargetLogs() => ReadLogs(TargetLogs);

    /// <summary>The options.</summary>
    public string[] ReadChoices() => Choices.Split(AnswerSeparator);

    /// <summary>ln p of each option.</summary>
    public double[] ReadChoiceLogs() => ReadLogs(ChoiceLogs);

    /// <summary>The tokens of an answer, for metrics that compare tokens: a token is a character.</summary>
    public static int[] TokensOf(string answer) => [.. answer.Select(character => (int)character)];

    /// <summary>Numbers as a text of this table.</summary>
    public static string Write(IEnumerable<double> values) => string.Join(' ', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Answers as a text of this table.</summary>
    public static string Write(IEnumerable<string> answers) => string.Join(AnswerSeparator, answers);

    private static double[] ReadLogs(string text) => text.Length == 0
        ? []
        : Array.ConvertAll(text.Split(' '), value => double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture));
}
