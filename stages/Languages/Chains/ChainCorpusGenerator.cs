using Research.Jobs;
using Research.Numerics;

namespace Research.Languages.Chains;

/// <summary>Generates the corpus of a chain language: the job of the corpus stage.</summary>
public static class ChainCorpusGenerator
{
    private const int ReportEvery = 4096;

    /// <summary>Draws the documents of a language and writes them with the language.</summary>
    /// <param name="item">The language and the size of its corpus.</param>
    /// <param name="output">Receives the corpus.</param>
    /// <param name="job">Progress and cancellation.</param>
    /// <exception cref="InputException">There is no such language, or the files cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public static void Generate(ChainSpec item, ChainCorpus output, JobContext job)
    {
        var language = ChainLanguage.Of(item);
        output.Write(language, Reported(Documents(item, language), item.Documents, job));
        job.Log.WriteLine($"{item.Documents} documents; held out: {string.Join(' ', language.HeldOut)}");
    }

    /// <summary>The documents of a corpus, one at a time; document n takes step n of the stream <c>documents</c>.</summary>
    public static IEnumerable<Document> Documents(ChainSpec spec, ChainLanguage language)
    {
        var philox = new Philox(spec.Seed, "documents");
        var sampler = new DocumentSampler(language);
        for (var n = 0; n < spec.Documents; n++)
        {
            var draws = new PhiloxStream(philox, step: (uint)n);
            yield return sampler.Draw(n, Splits.Of(n, spec.Documents), ref draws);
        }
    }

    private static IEnumerable<Document> Reported(IEnumerable<Document> documents, int total, JobContext job)
    {
        foreach (var document in documents)
        {
            if (document.Index % ReportEvery == 0) job.Report(document.Index, total, "documents");
            yield return document;
        }
    }
}
