using Research.Numerics;
using Research.Numerics.Statistics;

namespace Research.Languages.DoublyEmbedded.Oracles;

/// <summary>
/// The best possible cross-entropy, in nats per prediction, of a window of b predictions (b + 1 tokens, the first one
/// given) that starts anywhere in the endless text.
/// </summary>
public static class WindowCrossEntropy
{
    /// <summary>
    /// Closed form for a language in which every letter belongs to one intention, and a reader that ignores what its
    /// first letter says about the place in the message (this costs less than 1e-4 in the author's language).
    /// </summary>
    /// <remarks>
    /// The mean over the starting places of the charges along the window. While no newline has been seen after t
    /// letters, it comes with hazard 1 / (letters of a message + 1 - t): a further letter costs -ln(1 - hazard) and its
    /// transition entropy, a newline -ln(hazard). Later, a transition costs its entropy, a newline nothing, a first
    /// letter its entropy given the previous intention; that intention is unknown if the window started with the
    /// newline.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">b is not positive.</exception>
    /// <exception cref="ArgumentException">A letter belongs to several intentions.</exception>
    public static double ClosedForm(Language language, int predictions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(predictions);
        RequireDisjointLetters(language);
        int length = language.MessageLength, period = length + 1;
        var transitions = new double[language.Transitions];
        for (var o = 0; o < transitions.Length; o++) transitions[o] = EntropyRate.OfTransition(language, o);
        var first = EntropyRate.OfFirstLetter(language);
        var unforeseen = EntropyRate.OfUnforeseenFirstLetter(language);
        var sum = 0.0;
        for (var startPlace = 0; startPlace < period; startPlace++)
        {
            for (var j = 1; j <= predictions; j++)
            {
                var place = (startPlace + j) % period;
                var newlineSeen = startPlace == length || startPlace + j > length;
                var hazard = 1.0 / (period - j);
                sum += place == 0 ? startPlace == length && j == 1 ? unforeseen : first
                    : place < length ? transitions[place - 1] - (newlineSeen ? 0 : Elementary.Log1p(-hazard))
                    : startPlace < length && startPlace + j == length ? -Elementary.Log(hazard) : 0;
            }
        }

        return sum / (period * (double)predictions);
    }

    /// <summary>Monte Carlo with the exact <see cref="BayesFilter"/>: any language, with Student's interval.</summary>
    /// <param name="language">The language.</param>
    /// <param name="predictions">b, at least 1.</param>
    /// <param name="windows">Windows to draw; window n takes step n of the stream.</param>
    /// <param name="source">Where the windows come from.</param>
    public static Estimate Sampled(Language language, int predictions, int windows, Philox source)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(predictions);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(windows);
        var sampler = new MessageSampler(language);
        var filter = new BayesFilter(language);
        var window = new int[predictions + 1];
        var means = new double[windows];
        for (var n = 0; n < windows; n++)
        {
            var draws = new PhiloxStream(source, step: (uint)n);
            sampler.Window(window, ref draws);
            means[n] = -LogProbability(filter, window) / predictions;
        }

        return StudentInterval.OfMean(means);
    }

    /// <summary>
    /// ln q of the tokens of a window after its first, given the first; -infinity for an impossible window.
    /// </summary>
    public static double LogProbability(BayesFilter filter, ReadOnlySpan<int> window)
    {
        filter.Reset();
        filter.Observe(window[0]);
        var sum = 0.0;
        foreach (var token in window[1..]) sum += Elementary.Log(filter.Observe(token));
        return sum;
    }

    private static void RequireDisjointLetters(Language language)
    {
        for (var s = 0; s < language.Letters; s++)
        {
            var owners = 0;
            for (var i = 0; i < language.Intentions; i++)
            {
                var occurs = false;
                for (var o = 0; o < language.MessageLength; o++) occurs |= language.LetterAt(i, o)[s] > 0;
                if (occurs) owners++;
            }

            if (owners > 1)
                throw new ArgumentException(
                    $"Several intentions of {language.Name} use the letter {s}.", nameof(language));
        }
    }
}
