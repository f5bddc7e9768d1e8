using System.Text;
using Research.Jobs;
using Research.Numerics;

namespace Research.Languages.Ginc;

/// <summary>Generates a GINC corpus: a job of the corpus stage.</summary>
public static class GincCorpusGenerator
{
    private const int ReportEvery = 4096;

    /// <summary>Draws the documents of a language and writes them with the language.</summary>
    /// <param name="item">The language and the size of its corpus.</param>
    /// <param name="output">Receives the corpus.</param>
    /// <param name="job">Progress and cancellation.</param>
    /// <exception cref="InputException">There is no such language, or the files cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public static void Generate(GincSpec item, GincCorpus output, JobContext job)
    {
        var language = GincLanguage.Of(item);
        output.Write(language, Reported(Segments(item, language), item.Documents, job));
        job.Log.WriteLine($"{item.Documents} documents, {language.Alphabet.Tokens} different tokens");
    }

    /// <summary>
    /// The segments of a corpus, one at a time. Document n takes the draws of step n of the stream <c>ginc/documents</c>: its concept,
    /// its first state; then for each further token whether it ends, the slot, the value.
    /// </summary>
    public static IEnumerable<GincSegment> Segments(GincSpec spec, GincLanguage language)
    {
        var philox = new Philox(spec.Seed, "ginc/documents");
        var sampler = new HiddenSampler(language);
        var index = 0;
        for (var document = 0; document < spec.Documents; document++)
        {
            var (concept, texts) = Document(language, sampler, new PhiloxStream(philox, step: (uint)document));
            var split = Splits.Of(document, spec.Documents);
            foreach (var text in texts) yield return new(index++, document, concept, split, text);
        }
    }

    private static (int Concept, List<string> Texts) Document(GincLanguage language, HiddenSampler sampler, PhiloxStream draws)
    {
        var concept = sampler.Concept(ref draws);
        var state = sampler.Start(concept, ref draws);
        var (texts, text) = (new List<string>(), new StringBuilder());
        while (true)
        {
            Show(language.TokenOf(state));
            if (draws.UniformDouble() < language.EndProbability) break;
            state = sampler.Next(concept, state, ref draws);
        }

        Show(Alphabet.Newline);
        return (concept, texts);

        void Show(int token)
        {
            if (token != Alphabet.Newline)
            {
                text.Append(language.Alphabet.Characters[token]);
                return;
            }

            texts.Add(text.ToString());
            text.Clear();
        }
    }

    private static IEnumerable<GincSegment> Reported(IEnumerable<GincSegment> segments, int documents, JobContext job)
    {
        foreach (var segment in segments)
        {
            if (segment.Index % ReportEvery == 0) job.Report(segment.Document, documents, "documents");
            yield return segment;
        }
    }
}
