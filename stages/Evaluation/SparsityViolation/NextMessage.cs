using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics.Statistics;

namespace Research.Evaluation.SparsityViolation;

/// <summary>The first letter of the message after one whose intention is known, or not known at all.</summary>
internal sealed class NextMessage
{
    private readonly double[][] given;
    private readonly double[] uninformed;

    public NextMessage(Language language)
    {
        given = new double[language.Intentions][];
        uninformed = Distribution(language, language.Stationary);
        for (var i = 0; i < given.Length; i++)
        {
            var known = new double[language.Intentions];
            known[i] = 1;
            given[i] = Distribution(language, known);
        }
    }

    /// <summary>The truth of one who knows the intention. [tokens]</summary>
    public ReadOnlySpan<double> Given(int intention) => given[intention];

    /// <summary>KL from that truth to a reader who knows nothing of the message, nats.</summary>
    public double UninformedKl(int intention) => KlDivergence.Floored(given[intention], uninformed);

    private static double[] Distribution(Language language, ReadOnlySpan<double> intentions)
    {
        var letters = new double[language.Alphabet.Tokens];
        FirstLetter.Predict(language, intentions, letters);
        return letters;
    }
}
