using Research.Jobs;
using Research.Languages.SkillTexts;
using Research.Learning;
using Research.Learning.Inference;
using Research.Numerics;
using Research.Tables;

namespace Research.Skills.Learned;

/// <summary>
/// Performance curves of trained models (Arora &amp; Goyal 2023, section 1.1 and Theorem 8): competence on the worst skills, and on the worst
/// pairs, by their share, beside the bound that follows from the share of failed texts, and beside an adversary on the same texts.
/// </summary>
public static class LearnedCurveMeasurement
{
    /// <summary>Shares of the skills: sixteenths.</summary>
    private const int Shares = 16;

    /// <summary>Asks every snapshot of a training and its final weights.</summary>
    /// <exception cref="InputException">The model's block is too short for a text, a piece is too large, or an input is damaged.</exception>
    public static void Measure(LearnedSpec item, Checkpoint checkpoint, SkillCorpus corpus, Table<LearnedCurveRow> output, JobContext job)
    {
        var language = corpus.Language;
        LearnedTextsMeasurement.RequireBlock(item, language);
        if (item.PieceSize < 2 || item.PieceSize > language.Longest)
            throw new InputException($"a piece has {item.PieceSize} skills", item.ToString(), $"Give 2 to {language.Longest}.");
        var questions = new LearnedQuestions(item, language);
        List<int[]> pieces = [.. questions.Pieces().Select(piece => piece.Order)], trained = [.. questions.TrainedPieces()];
        var skills = language.Hidden.Count;
        var pairs = pieces.ConvertAll(Pairs);
        var course = TrainingCourse.Of(item.Training, checkpoint);
        var rows = new List<LearnedCurveRow>();
        foreach (var ((step, snapshot), moment) in course.Select((point, index) => (point, index)))
        {
            job.Report(moment, course.Count, "snapshots");
            using var model = TrainedModel.Load(item.Training, checkpoint, language.Alphabet.Characters, job, snapshot);
            var reader = new SkillReader(model, language);
            List<bool> fails = [.. reader.Ask(pieces, job.Cancellation).Select(outcome => outcome.Failed)];
            double? ofTrained = trained.Count == 0 ? null : Share(reader.Ask(trained, job.Cancellation).Select(outcome => outcome.Failed));
            var theta = Share(fails);
            var random = AtRandom(fails, new PhiloxStream(new Philox(item.Training.Seed, "random failures"), step: (uint)moment));
            rows.AddRange(Curve(item, step, 1, skills, pieces, fails, random, theta, ofTrained));
            rows.AddRange(Curve(
                item, step, 2, skills * (skills - 1) / 2, pairs, fails, random, OfTwo(theta), ofTrained is { } share ? OfTwo(share) : null));
        }

        output.Write(rows);
    }

    private static IEnumerable<LearnedCurveRow> Curve(
        LearnedSpec item, int step, int tuple, int items, List<int[]> texts, List<bool> fails, List<bool> random, double theta, double? trained)
    {
        var (training, language) = (item.Training, item.Language);
        FailureCurve curve = new(items, texts, fails), ofRandom = new(items, texts, random);
        for (var sixteenths = 1; sixteenths < Shares; sixteenths++)
        {
            var count = (int)Math.Round(items * (double)sixteenths / Shares, MidpointRounding.AwayFromZero);
            var alpha = count / (double)items;
            yield return new(
                language.Name, language.Ratio, training.Model.Width, training.Seed, step, (long)step * training.Schedule.Batch * training.Model.Block,
                tuple, alpha, theta, trained, curve.OfWorst(count), ofRandom.OfWorst(count), curve.OfAdversary(count),
                Bound(theta), trained is { } share ? Bound(share) : null);

            double Bound(double ofTexts) =>
                FailureBound.Of(ofTexts, alpha, curve.EdgesOfWorst(count), item.PieceSize, items / (double)item.Pieces);
        }
    }

    /// <summary>As many failures, each set of texts equally likely.</summary>
    private static List<bool> AtRandom(List<bool> fails, PhiloxStream draws)
    {
        List<bool> random = [.. fails];
        for (var i = 0; i < random.Count - 1; i++)
        {
            var j = i + draws.Below(random.Count - i);
            (random[i], random[j]) = (random[j], random[i]);
        }

        return random;
    }

    /// <summary>theta' of two texts of which one fails at least: 1 - (1 - theta)^2.</summary>
    private static double OfTwo(double theta) => 1 - ((1 - theta) * (1 - theta));

    private static double Share(IEnumerable<bool> fails)
    {
        List<bool> all = [.. fails];
        return all.Count(fail => fail) / (double)all.Count;
    }

    /// <summary>The numbers of the pairs of a text: pair (i, j), i below j, is j (j - 1) / 2 + i.</summary>
    private static int[] Pairs(int[] order)
    {
        int[] text = [.. order.Order()];
        return [.. from j in Enumerable.Range(0, text.Length) from i in Enumerable.Range(0, j) select (text[j] * (text[j] - 1) / 2) + text[i]];
    }
}
