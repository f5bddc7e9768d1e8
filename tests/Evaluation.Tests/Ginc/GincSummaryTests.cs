using Research.Evaluation.Ginc;
using Research.Evaluation.Tests.Summaries;
using Research.Languages.Ginc;
using Research.Tables;

namespace Research.Evaluation.Tests.Ginc;

public sealed class GincSummaryTests : SummaryTest
{
    private const double T1 = 12.7062;

    [Fact]
    public void Accuracies_and_their_trends_are_those_of_the_rows()
    {
        // Correct of 20: 2 k + n at seen, 2 at unseen concepts.
        var numbers = Numbers(Rows(seed: 1, (kind, k, n) => kind == ConceptKind.Seen ? (2 * k) + n : 2));

        AssertNumber(0.55, "share", 20, numbers["x.accuracy.seen.k5-n1"], (0.3153, 0.7694));
        AssertNumber(0.1, "share", 20, numbers["x.accuracy.unseen.k5-n1"], (0.0123, 0.3170));
        foreach (var k in new[] { 2, 3, 5, 6 })
        {
            AssertNumber(1, "tau", 4, numbers[$"x.examples-trend.seen.k{k}"]);
            AssertNumber(1 / 24.0, "p-value", 4, numbers[$"x.examples-trend.seen-p.k{k}"]);
            AssertNumber(0, "tau", 4, numbers[$"x.examples-trend.unseen.k{k}"]);
            AssertNumber(1, "p-value", 4, numbers[$"x.examples-trend.unseen-p.k{k}"]);
        }

        foreach (var n in new[] { 0, 1, 2, 4 }) AssertNumber(1 / 24.0, "p-value", 4, numbers[$"x.length-trend.seen-p.n{n}"]);
        Assert.Equal(8 / 20.0, numbers["x.model.seen.none"].Value, 1e-12);
        Assert.Equal(12 / 20.0, numbers["x.model.seen.most"].Value, 1e-12);
        Assert.Equal(2 / 20.0, numbers["x.model.unseen.most"].Value, 1e-12);
        Assert.Equal(1, numbers["x.exact.seen.most"].Value);
        Assert.Equal(0, numbers["x.told.seen.most"].Value);
        AssertNumber(0.25, "share", 4, numbers["x.chance"]);
        // (.1 - .25) / (.6 - .25)
        Assert.Equal(-3 / 7.0, numbers["x.unseen-reach"].Value, 1e-12);
    }

    [Fact]
    public void Several_seeds_have_intervals_over_seeds()
    {
        var numbers = Numbers(Rows(1, (_, _, _) => 8), Rows(2, (_, _, _) => 12));

        AssertNumber(0.5, "share", 2, numbers["x.accuracy.seen.k2-n0"], (0, 1));
        AssertNumber(0.5, "share", 2, numbers["x.model.seen.most"], (0, 1));
        AssertNumber(1, "share", 2, numbers["x.unseen-reach"], (1, 1));
        AssertNumber(1.55, "nats/token", 2, numbers["x.loss"], (1.55 - (T1 * .05), 1.55 + (T1 * .05)));
        AssertNumber(.55, "nats/token", 2, numbers["x.excess"], (.55 - (T1 * .05), .55 + (T1 * .05)));
        AssertNumber(.2, "share", 2, numbers["x.course-gain"], (.2, .2));
        AssertNumber(.25, "share", 2, numbers["x.course-middle"], (.25, .25));
        AssertNumber(.45, "share", 2, numbers["x.course-end"], (.45, .45));
    }

    [Fact]
    public void Violations_of_the_bounds_are_counted_with_a_margin_for_rounding()
    {
        var rows = Rows(1, (_, _, _) => 10).Select(row => row.Concepts == ConceptKind.Unseen ? row with { ExactKl = null } : row.Prompt switch
        {
            0 => row with { ExactGap = row.Epsilon * 1.01, Joint = row.Joint * 1.01 },
            1 => row with { ExactGap = row.Epsilon * (1 + 1e-12), Joint = row.OddsBound * 1.01 },
            _ => row,
        });

        var numbers = Numbers(rows);

        // Four lengths and four numbers of examples, two of them above 1.
        AssertNumber(16, "of prompts", 320, numbers["x.understanding-violations"]);
        AssertNumber(16, "of prompts", 160, numbers["x.product-violations"]);
        AssertNumber(8, "of prompts", 160, numbers["x.odds-violations"]);
        Assert.Equal(1, numbers["x.impossible"].Value);
        Assert.Equal(.2, numbers["x.epsilon"].Value, 1e-12);
        Assert.Equal(1, numbers["x.model-within"].Value);
    }

    private Dictionary<string, Number> Numbers(params IEnumerable<GincPromptRow>[] prompts)
    {
        List<GincCourseRow> course = [.. prompts.SelectMany((_, i) => new GincCourseRow[]
        {
            new("l", "m", i + 1, 25, 100, 2, 1, 6, 4, 20, 1),
            new("l", "m", i + 1, 50, 200, 2, 1, 6, 4, 20, 5),
            new("l", "m", i + 1, 100, 400, 1.5 + (.1 * i), 1, 6, 4, 20, 9),
        })];
        return Numbers<GincPromptRow>(
            (item, rows, output, job) => GincSummary.Summarize(
                new(item.Experiment, new GincSpec(Slots: 4)), rows, [Written(course)], output, job),
            prompts);
    }

    private static IEnumerable<GincPromptRow> Rows(int seed, Func<ConceptKind, int, int, int> correct) =>
        from kind in Enum.GetValues<ConceptKind>()
        from k in new[] { 2, 3, 5, 6 }
        from n in new[] { 0, 1, 2, 4 }
        from prompt in Enumerable.Range(0, 20)
        let isSeen = kind == ConceptKind.Seen
        let isCombined = isSeen && n > 1
        select new GincPromptRow(
            "l", "m", seed, kind, k, n, prompt, Concept: 0, ModelCorrect: prompt < correct(kind, k, n), .5, .5, ExactCorrect: true, .9, .1,
            ToldCorrect: false, .95, .05, isSeen ? .2 : null, isSeen ? .1 : null, isSeen ? .21 : null, isCombined ? .04 : null,
            isCombined ? .04 : null, isCombined ? .0588 : null);
}
