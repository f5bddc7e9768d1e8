using Research.Evaluation.ProductBound;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Tables;

namespace Research.Evaluation.SparsityViolation;

/// <summary>
/// Sparsity and the product of ambiguities (Jiang 2023, section 2 and Proposition 1) as the intentions of a language come
/// to overlap: exact ambiguities by message length and number of messages.
/// </summary>
public static class OverlapAmbiguity
{
    /// <summary>Reads tuples of messages of every length.</summary>
    /// <exception cref="InputException">The corpus is damaged.</exception>
    public static void Measure(ProductBoundSpec item, Corpus corpus, Table<OverlapAmbiguityRow> output, JobContext job)
    {
        var language = corpus.Language;
        var rows = new List<OverlapAmbiguityRow>();
        for (var letters = 1; letters <= language.MessageLength; letters++)
        {
            job.Report(rows.Count, language.MessageLength * item.MostExamples, "cells");
            foreach (var row in ProductBoundMeasurement.Rows(item, language, letters, job))
            {
                rows.Add(new(
                    item.Language.Overlap, letters, row.Messages, row.Tuples, row.MeanAmbiguity, row.AmbiguityError,
                    row.MeanProduct, row.ProductViolations, row.OddsViolations));
            }
        }

        output.Write(rows);
    }
}
