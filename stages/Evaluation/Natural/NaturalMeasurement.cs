using Research.Jobs;
using Research.Languages;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Languages.LabelledText;
using Research.Tables;

namespace Research.Evaluation.Natural;

/// <summary>
/// Sparsity of natural language (Jiang 2023, section 2) on labelled text: the label stands for the intention. The posterior over labels
/// after 1, 2, 4, ... characters of held-out texts, by n-gram models that saw the others.
/// </summary>
public static class NaturalMeasurement
{
    private const int ReportEvery = 64;

    /// <summary>Learns from the training texts and reads the held-out ones.</summary>
    /// <exception cref="InputException">The corpus is damaged.</exception>
    public static void Measure(NaturalSpec item, LabelledCorpus corpus, Table<NaturalRow> output, JobContext job)
    {
        var counts = corpus.Labels();
        var labels = counts.Select((count, index) => (count.Label, index)).ToDictionary(pair => pair.Label, pair => pair.index, StringComparer.Ordinal);
        var held = counts.Aggregate(0L, (sum, count) => sum + count.Validation);
        var read = Math.Min(held, item.HeldOutTexts);
        var classifier = new TextClassifier(
            labels.Count, corpus.Texts().Where(text => text.Split == Splits.Train).Select(Cancellable), item.MostOrder, item.Longest);
        job.Log.WriteLine($"order {classifier.Order} predicts best");
        var texts = corpus.Texts().Where(text => text.Split == Splits.Validation)
            .Where((_, index) => index * read / held != (index + 1) * read / held)
            .ToList();
        output.Write(Rows(item, classifier, labels, texts, job));

        (int Label, string Text) Cancellable(LabelledText text)
        {
            job.Cancellation.ThrowIfCancellationRequested();
            return (labels[text.Label], text.Text);
        }
    }

    private static IEnumerable<NaturalRow> Rows(
        NaturalSpec item, TextClassifier classifier, Dictionary<string, int> labels, List<LabelledText> texts, JobContext job)
    {
        var lengths = Lengths(item, texts);
        for (var i = 0; i < texts.Count; i++)
        {
            if (i % ReportEvery == 0) job.Report(i, texts.Count, "texts");
            var (text, truth) = (texts[i], labels[texts[i].Label]);
            foreach (var (length, posterior) in lengths.Zip(classifier.Posteriors(text.Text, lengths)))
            {
                var top = IntentionPosterior.Top(posterior);
                yield return new(
                    text.Row, text.Label, length, classifier.Order, IntentionPosterior.Ambiguity(posterior, truth), posterior[top], top == truth,
                    IntentionPosterior.Entropy(posterior));
            }
        }
    }

    // Powers of two, up to the first at which every text and its end are read.
    private static List<int> Lengths(NaturalSpec item, List<LabelledText> texts)
    {
        var needed = texts.Max(text => text.Text.EnumerateRunes().Take(item.Longest).Count() + 1);
        var lengths = new List<int> { 1 };
        while (lengths[^1] < needed && 2 * lengths[^1] <= item.Longest) lengths.Add(2 * lengths[^1]);
        return lengths;
    }
}
