using Research.Evaluation.Ginc;
using Research.Evaluation.Tests.Slow;
using Research.Jobs;
using Research.Languages.Ginc;
using Research.Languages.Ginc.Oracles;
using Research.Numerics;

namespace Research.Evaluation.Tests.Ginc;

public sealed class GincCourseTests
{
    [Fact]
    public void Loss_and_optimum_are_those_of_the_windows_at_every_snapshot()
    {
        using var laboratory = new GincLaboratory();
        var (validation, places) = (laboratory.Text.Validation, new Philox(5, "evaluation/ginc/windows"));
        int[][] windows = [.. Enumerable.Range(0, 6).Select(n =>
        {
            var start = places.Below(validation.Length - 12, n);
            return Enumerable.Range(start, 13).Select(i => validation[i]).ToArray();
        })];

        var rows = laboratory.Course(laboratory.Asking(3, 2, 30), windows: 6);

        Assert.Equal([3, 6], rows.Select(row => row.Step));
        Assert.Equal([3 * 48L, 6 * 48L], rows.Select(row => row.Tokens));
        foreach (var row in rows)
        {
            using var model = new SlowModel(
                laboratory.Checkpoint, laboratory.Training, laboratory.Language.Alphabet, row.Step == 6 ? null : row.Step);
            Assert.Equal(-windows.Average(model.LogProbability) / 12, row.Loss, 1e-6);
            Assert.Equal(windows.Average(window => Exact(laboratory.Language, window)) / 12, row.Optimum, 1e-12);
        }
    }

    [Fact]
    public void The_end_of_a_course_agrees_with_the_prompts_of_the_experiment()
    {
        using var laboratory = new GincLaboratory();
        var item = laboratory.Asking(3, 2, 60);

        var last = laboratory.Course(item, windows: 2)[^1];

        var asked = laboratory.Prompting(item).FindAll(row => row is { Concepts: ConceptKind.Seen, Examples: 2 });
        Assert.Equal((3, 2, 60), (last.Length, last.Examples, last.Prompts));
        Assert.Equal(asked.Count(row => row.ModelCorrect), last.Correct);
    }

    [Fact]
    public void A_corpus_too_short_for_a_window_is_named()
    {
        using var laboratory = new GincLaboratory(block: 12);
        var item = laboratory.Asking(3, 2, 2);
        var longer = item with { Training = item.Training with { Model = item.Training.Model with { Block = 100_000 } } };

        var error = Assert.Throws<InputException>(() => laboratory.Course(longer, windows: 2));

        Assert.Matches("the validation text has [0-9]+ symbols, a window needs 100001", error.What);
    }

    private static double Exact(GincLanguage language, int[] window)
    {
        var filter = new ConceptFilter(language);
        filter.Observe(window[0]);
        return window[1..].Sum(token => -Math.Log(filter.Observe(token)));
    }
}
