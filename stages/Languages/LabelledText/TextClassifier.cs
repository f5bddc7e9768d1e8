using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics;

namespace Research.Languages.LabelledText;

/// <summary>
/// Posterior of a text's label by Bayes' rule, from an <see cref="NGramModel"/> of each label and the labels' shares of the training
/// texts as prior: an estimate of Pr(theta | x) for a language that nobody knows exactly. Every tenth training text is first kept back,
/// and the order of the n-grams is the one that predicts these best.
/// </summary>
public sealed class TextClassifier
{
    private const int KeptBack = 10;

    private readonly NGramModel[] _models;
    private readonly double[] _logPriors;
    private readonly TextAlphabet _alphabet;

    /// <summary>Learns from texts.</summary>
    /// <param name="labels">Number of labels; each occurs among the texts.</param>
    /// <param name="texts">The texts with their labels, counted from 0. Enumerated several times.</param>
    /// <param name="mostOrder">The longest n-gram to try; at least 1.</param>
    /// <param name="longest">How many characters of each text count: as many as will be read of others.</param>
    /// <exception cref="ArgumentException">A label has no text.</exception>
    public TextClassifier(int labels, IEnumerable<(int Label, string Text)> texts, int mostOrder, int longest)
    {
        _alphabet = new TextAlphabet(texts.Select(text => text.Text), longest);
        _models = [.. Enumerable.Range(0, labels).Select(_ => new NGramModel(mostOrder, _alphabet.Count))];
        var encoded = texts.Select(text => (text.Label, Symbols: _alphabet.Encode(text.Text, longest)));
        var keptBack = encoded.Where((_, index) => index % KeptBack == KeptBack - 1);
        var counts = new long[labels];
        foreach (var (label, symbols) in encoded.Where((_, index) => index % KeptBack != KeptBack - 1)) Learn(label, symbols);
        Order = BestOrder(keptBack, mostOrder);
        foreach (var (label, symbols) in keptBack) Learn(label, symbols);
        if (counts.Contains(0)) throw new ArgumentException("A label has no text.", nameof(texts));
        var total = counts.Aggregate(0L, (sum, count) => sum + count);
        _logPriors = Array.ConvertAll(counts, count => Elementary.Log((double)count / total));

        void Learn(int label, int[] symbols)
        {
            counts[label]++;
            _models[label].Add(symbols);
        }
    }

    /// <summary>The n of the n-grams.</summary>
    public int Order { get; }

    /// <summary>The posterior over labels after the first characters of a text, for several numbers of them. [labels]</summary>
    /// <param name="text">The text. Where it has fewer characters, it is read to its end, which is information too.</param>
    /// <param name="lengths">Numbers of characters, rising.</param>
    public IEnumerable<double[]> Posteriors(string text, IReadOnlyList<int> lengths)
    {
        var symbols = _alphabet.Encode(text, lengths[^1]);
        var contexts = Array.ConvertAll(_models, model => model.Start(Order));
        var logs = (double[])_logPriors.Clone();
        var read = 0;
        foreach (var length in lengths)
        {
            for (; read < length && read < symbols.Length; read++)
            {
                for (var label = 0; label < logs.Length; label++)
                {
                    logs[label] += Elementary.Log(_models[label].Probability(contexts[label], symbols[read]));
                    _models[label].Advance(contexts[label], symbols[read]);
                }
            }

            var posterior = (double[])logs.Clone();
            IntentionPosterior.FromLogWeights(posterior);
            yield return posterior;
        }
    }

    /// <summary>The order with the lowest cross-entropy, each text by the model of its label; the lowest of equals.</summary>
    private int BestOrder(IEnumerable<(int Label, int[] Symbols)> texts, int most)
    {
        var loss = new double[most];
        foreach (var (label, symbols) in texts)
        {
            var context = _models[label].Start(most);
            foreach (var symbol in symbols)
            {
                for (var order = 1; order <= most; order++)
                    loss[order - 1] -= Elementary.Log(_models[label].Probability(context.AsSpan(0, order), symbol));
                _models[label].Advance(context, symbol);
            }
        }

        return 1 + Array.IndexOf(loss, loss.Min());
    }
}
