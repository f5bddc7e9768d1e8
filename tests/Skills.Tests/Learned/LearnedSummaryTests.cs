using Research.Jobs;
using Research.Languages.SkillTexts;
using Research.Skills.Learned;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Tests.Learned;

public sealed class LearnedSummaryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("skills-summaries-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Models_and_readers_emerge_where_their_ability_is_half()
    {
        // Guessing succeeds in half of the texts: an accuracy of 3/4 is half of the ability.
        var texts = from seed in new[] { 1, 2 } from ratio in new[] { 1.0, 4 } from step in new[] { 10, 20 }
                    let accuracy = ratio == 1 ? 0.5 : step == 10 ? 1 : seed == 1 ? 1 : 0.875
                    select Texts(AnswerForm.Counted, ratio, seed, step, TextKind.Fresh, 2, (int)(400 * accuracy), heldOut: 0) with { Guessing = 0.5 };
        var readers = from seed in new[] { 1, 2 } from reader in Enum.GetValues<AbstractReader>() from ratio in new[] { 0.5, 2.0, 8 }
                      select new ReaderCurveRow(3, seed, ratio, reader, 0, 0, ratio == 0.5 ? 0 : ratio == 8 || reader == AbstractReader.Linear ? reader == AbstractReader.Counting ? 0 : 1 : 0);

        var numbers = Emergence([.. texts], [.. readers]);

        Assert.Equal(2, numbers["x.emerged.model.c3"].Value);
        double[] halves = [2, Math.Pow(4, 2.0 / 3)];
        Assert.Equal(Math.Sqrt(halves[0] * halves[1]), numbers["x.half.model.c3"].Value, 10);
        Assert.Equal(2, numbers["x.half.model-at-best.c3"].Value, 10);
        Assert.Equal(4, numbers["x.half.one-skill.c3"].Value, 10);
        Assert.Equal(1, numbers["x.half.linear.c3"].Value, 10);
        Assert.Equal(Math.Sqrt(halves[0] * halves[1]) / 4, numbers["x.against-one-skill.c3"].Value, 10);
        Assert.Equal(1.0379, numbers["x.threshold.c3"].Value, 4);
        Assert.Equal((0, 2), (numbers["x.emerged.counting.c3"].Value, numbers["x.emerged.counting.c3"].N));
        Assert.DoesNotContain("x.against-counting.c3", numbers.Keys);
    }

    [Fact]
    public void Where_a_seed_does_not_emerge_there_is_no_ratio()
    {
        var texts = from seed in new[] { 1, 2 } from ratio in new[] { 1.0, 4 }
                    select Texts(AnswerForm.Counted, ratio, seed, 20, TextKind.Fresh, 2, ratio == 4 && seed == 1 ? 400 : 200, heldOut: 0) with { Guessing = 0.5 };

        var numbers = Emergence([.. texts], Unlearned());

        Assert.Equal((1, 2), (numbers["x.emerged.model.c3"].Value, numbers["x.emerged.model.c3"].N));
        Assert.DoesNotContain("x.half.model.c3", numbers.Keys);
    }

    [Fact]
    public void Itemized_models_are_held_against_what_occurs()
    {
        var counted = Texts(AnswerForm.Counted, 1, 1, 20, TextKind.Fresh, 2, 0, heldOut: 0);
        var itemized = from seed in new[] { 1, 2 } from size in new[] { 1, 2 }
                       select Texts(AnswerForm.Itemized, 1, seed, 20, TextKind.Fresh, size, 300 + (10 * seed), heldOut: 0) with { Occurring = 0.8 };

        var gap = Emergence([counted, .. itemized], Unlearned())["x.itemized-gap"];

        Assert.Equal(((310 + 320) / 800.0) - 0.8, gap.Value, 10);
        Assert.Equal(2, gap.N);
    }

    [Fact]
    public void Points_above_the_bound_are_counted_and_lags_are_of_one_size_at_the_end()
    {
        LearnedCurveRow Point(int seed, int step, int tuple, double alpha, double failed, double trained) =>
            new("", 2, 8, seed, step, 0, tuple, alpha, 0.2, 0.1, failed, 0.25, 0.5, 0.6, trained);
        LearnedCurveRow[] curves =
        [
            Point(1, 10, 1, 0.25, 0.61, 1), Point(1, 20, 1, 0.25, 0.4, 0.1), Point(1, 20, 1, 0.5, 0.3, 0.05), Point(2, 20, 1, 0.25, 0.2, 0.1), Point(1, 20, 2, 0.25, 0.7, 1), Point(2, 20, 2, 0.5, 0.7, 1),
        ];
        LearnedTextsRow[] texts =
        [
            .. from seed in new[] { 1, 2 } from kind in Enum.GetValues<TextKind>() from step in new[] { 10, 20 }
               select Texts(AnswerForm.Counted, 2, seed, step, kind, 4, step == 10 ? 0 : kind switch { TextKind.Trained => 400, TextKind.Fresh => 360, _ => 320 - (20 * seed) }, heldOut: 0.1),
            Texts(AnswerForm.Counted, 2, 1, 20, TextKind.Trained, 3, 0, heldOut: 0.1), Texts(AnswerForm.Counted, 2, 1, 20, TextKind.Trained, 4, 0, heldOut: 0),
        ];
        var output = New<Number>();

        CompetenceSummary.Summarize(new SummarySpec("x"), [Written(curves)], [Written(texts)], output, new JobContext());

        var numbers = output.Read().ToDictionary(number => number.Id);
        Assert.Equal((1, 4), (numbers["x.above-bound.skills"].Value, numbers["x.above-bound.skills"].N));
        Assert.Equal((2, 2), (numbers["x.above-bound.pairs"].Value, numbers["x.above-bound.pairs"].N));
        Assert.Equal((0.3 + 0.1) / 2, numbers["x.trained-excess.R2"].Value, 10);
        Assert.Equal((((0.61 + 0.4) / 2) + 0.2) / 2, numbers["x.worst-quarter.failed"].Value, 10);
        Assert.Equal(0.1, numbers["x.lag.unseen.R2"].Value, 10);
        Assert.Equal(0.175, numbers["x.lag.held-out.R2"].Value, 10);
        Assert.Equal(0.9, numbers["x.accuracy.fresh.R2.w8"].Value, 10);
    }

    private static LearnedTextsRow Texts(AnswerForm answer, double ratio, int seed, int step, TextKind kind, int size, int correct, double heldOut) =>
        new("", answer, 3, ratio, 8, heldOut, 8, seed, step, 0, kind, size, 400, correct, 0, 0, 0, 0, 0, 0, 0);

    private static ReaderCurveRow[] Unlearned() =>
        [.. from seed in new[] { 1, 2 } from reader in Enum.GetValues<AbstractReader>() select new ReaderCurveRow(3, seed, 1, reader, 0, 0, 0)];

    private Dictionary<string, Number> Emergence(LearnedTextsRow[] texts, ReaderCurveRow[] readers)
    {
        var output = New<Number>();
        EmergenceSummary.Summarize(
            new SummarySpec("x"), [Written(texts)], [Written(readers)], [Written([new EvolutionCurveRow(3, 1, 0, 0, 1.0379)])], output, new JobContext());
        return output.Read().ToDictionary(number => number.Id);
    }

    private Table<TRow> Written<TRow>(TRow[] rows)
    {
        var table = New<TRow>();
        table.Write(rows);
        return table;
    }

    private Table<TRow> New<TRow>() => new(Directory.CreateDirectory(Path.Combine(folder, Path.GetRandomFileName())).FullName);
}
