using Research.Jobs;
using Research.Languages.SkillTexts;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Skills.Learned;

/// <summary>Where each abstract reader comes to know the skills, over the ratio of texts to skills: on the very texts that models learn from.</summary>
public static class ReaderCurveMeasurement
{
    /// <summary>Lets the readers read at every ratio.</summary>
    /// <exception cref="InputException">A parameter is out of range.</exception>
    public static void Measure(ReaderCurveSpec item, Table<ReaderCurveRow> output, JobContext job)
    {
        var rows = new List<ReaderCurveRow>();
        foreach (var ratio in item.Validate().Ratios)
        {
            job.Report(rows.Count, item.Ratios.Count * Enum.GetValues<AbstractReader>().Length, "readings");
            var spec = item.Language with { Ratio = ratio };
            var language = SkillLanguage.Of(spec);
            var knowledge = new AbstractKnowledge(language);
            var fresh = new FreshTexts(spec, language, spec.Seed);
            int[][] texts = [.. Enumerable.Range(0, item.Texts).Select(fresh.OfLaw)];
            var guessing = Success(AbstractReader.Guessing);
            foreach (var reader in Enum.GetValues<AbstractReader>())
            {
                var success = Success(reader);
                var learned = knowledge.Of(reader).Count(known => known) / (double)spec.Skills;
                rows.Add(new(spec.Load, spec.Seed, ratio, reader, learned, success, (success - guessing) / (1 - guessing)));
            }

            double Success(AbstractReader reader) => Moments.Mean([.. texts.Select(text => knowledge.Success(reader, text))]);
        }

        output.Write(rows);
    }
}
