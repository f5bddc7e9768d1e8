using Research.Languages.SkillTexts;
using Research.Learning.Inference;
using Research.Numerics;

namespace Research.Skills.Learned;

/// <summary>Asks a model for the answers of texts.</summary>
internal sealed class SkillReader(TrainedModel model, SkillLanguage language)
{
    /// <summary>A text fails if its loss is at least this, in nats (Arora &amp; Goyal 2023, p. 8).</summary>
    public const double FailingLoss = 0.5;

    /// <summary>The model's answers to texts whose skills are named in given orders.</summary>
    /// <returns>
    /// For each text whether the likeliest token is the right one at every answer, and the loss: - ln p of all its answers, in nats, which
    /// is all excess, since the right answers are certain.
    /// </returns>
    public Outcome[] Ask(IReadOnlyList<int[]> orders, CancellationToken cancellation)
    {
        var documents = orders.Select(Document).ToList();
        var answers = orders.Select(Places).ToList();
        var distributions = model.NextTokensAt(
            documents, [.. answers.Select(places => Array.ConvertAll(places, place => place - 1))], cancellation);
        return [.. documents.Select((document, i) => Score(document, answers[i], distributions[i]))];
    }

    private static Outcome Score(int[] document, int[] answers, double[][] distributions)
    {
        var (correct, loss) = (true, 0.0);
        for (var i = 0; i < answers.Length; i++)
        {
            var right = document[answers[i]];
            var distribution = distributions[i];
            correct &= Array.IndexOf(distribution, distribution.Max()) == right;
            loss -= Elementary.Log(distribution[right]);
        }

        return new(correct, loss);
    }

    /// <summary>The tokens of a document, the newline before it included.</summary>
    private int[] Document(int[] order)
    {
        var alphabet = language.Alphabet;
        if (language.Answer == AnswerForm.Counted)
            return [SkillAlphabet.Newline, .. order.Select(alphabet.OfSkill), alphabet.EqualToken, alphabet.OfCount(language.CountOf(order))];
        return [SkillAlphabet.Newline, .. order.SelectMany(skill => new[] { alphabet.OfSkill(skill), alphabet.OfCount(language.Hidden[skill]) })];
    }

    /// <summary>Where in it the answers stand.</summary>
    private int[] Places(int[] order) => language.Answer == AnswerForm.Counted
        ? [order.Length + 2]
        : [.. Enumerable.Range(1, order.Length).Select(i => 2 * i)];

    /// <summary>What a model made of a text.</summary>
    /// <param name="Correct">Whether it answered right throughout.</param>
    /// <param name="Loss">Nats.</param>
    internal readonly record struct Outcome(bool Correct, double Loss)
    {
        /// <summary>Whether the text fails.</summary>
        public bool Failed => Loss >= FailingLoss;
    }
}
