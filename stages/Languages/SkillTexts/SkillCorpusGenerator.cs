using Research.Jobs;
using Research.Numerics;

namespace Research.Languages.SkillTexts;

/// <summary>Generates the corpus of a language of skill texts: the job of the corpus stage.</summary>
public static class SkillCorpusGenerator
{
    private const int ReportEvery = 4096;

    /// <summary>Draws the language and its documents and writes both.</summary>
    /// <param name="item">The language and the size of its corpus.</param>
    /// <param name="output">Receives the corpus.</param>
    /// <param name="job">Progress and cancellation.</param>
    /// <exception cref="InputException">There is no such language, or the files cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public static void Generate(SkillTextSpec item, SkillCorpus output, JobContext job)
    {
        var language = SkillLanguage.Of(item);
        output.Write(language, Reported(Documents(item, language), item.Documents, job));
        job.Log.WriteLine($"{language.Texts.Count} training texts, {item.Documents} documents, {language.HeldOut.Count} pairs held out");
    }

    /// <summary>
    /// The documents of a corpus, one at a time. Document n of the training split takes step n of the stream <c>documents</c>: the training
    /// text, each equally likely, then the order of its skills. The validation split holds every character of the alphabet.
    /// </summary>
    public static IEnumerable<SkillDocument> Documents(SkillTextSpec spec, SkillLanguage language)
    {
        var philox = new Philox(spec.Seed, "documents");
        for (var n = 0; n < spec.Documents; n++)
        {
            var draws = new PhiloxStream(philox, step: (uint)n);
            var text = draws.Below(language.Texts.Count);
            var order = TextOrder.Draw(language.Texts[text], ref draws);
            yield return new(n, Splits.Train, language.Write(order), order.Length, text);
        }

        var index = spec.Documents;
        foreach (var text in Specimens(language)) yield return new(index++, Splits.Validation, language.Write(text), text.Length, Training: -1);
    }

    /// <summary>Each skill alone, and a text of the largest size for each count that it can have.</summary>
    private static IEnumerable<int[]> Specimens(SkillLanguage language)
    {
        for (var skill = 0; skill < language.Hidden.Count; skill++) yield return [skill];
        int[] Hiding(int bit) => [.. Enumerable.Range(0, language.Hidden.Count).Where(skill => language.Hidden[skill] == bit)];
        var (zeros, ones) = (Hiding(0), Hiding(1));
        for (var count = 0; count <= language.Longest; count++) yield return [.. ones[..count], .. zeros[..(language.Longest - count)]];
    }

    private static IEnumerable<SkillDocument> Reported(IEnumerable<SkillDocument> documents, int total, JobContext job)
    {
        foreach (var document in documents)
        {
            if (document.Index % ReportEvery == 0) job.Report(document.Index, total, "documents");
            yield return document;
        }
    }
}
