using Research.Summaries;
using Research.Evaluation.Tests.Summaries;
using Research.Evaluation.Tuning;
using Research.Jobs;
using Research.Languages.Tuning;

namespace Research.Evaluation.Tests.Tuning;

public sealed class TuningSummaryTests : SummaryTest
{
    private const double T1 = 12.7062;

    [Fact]
    public void Changes_are_paired_prompt_by_prompt()
    {
        // Prompts differ by far more than the tuning changes them, always by the same: no spread is left.
        var numbers = Numbers<TuningRow>(TuningSummary.Summarize, Tuning("full rate 0.1", seed: 1, change: .25));

        var change = numbers["x.within-change.prompt.full-rate-0.1"];
        AssertNumber(.25, "nats", 8, change, (.25, .25));
        AssertNumber(.5, "nats", 8, numbers["x.within-change.answer.full-rate-0.1"], (.5, .5));
        AssertNumber(1, "nats", 8, numbers["x.within-change.held-out.full-rate-0.1"], (1, 1));
        AssertNumber(.9, "probability", 8, numbers["x.moved.full-rate-0.1"], (.9, .9));
        AssertNumber(.3, "probability", 8, numbers["x.generalized.full-rate-0.1"], (.3, .3));
        AssertNumber(.2, "total variation", 8, numbers["x.answer-row.full-rate-0.1"], (.2, .2));
        AssertNumber(.7, "total variation", 8, numbers["x.held-out-row.full-rate-0.1"], (.7, .7));
        Assert.Equal(3.5, numbers["x.base.within.prompt"].Value, 1e-9);
        AssertNumber(.1, "probability", 8, numbers["x.base.answer"], (.1, .1));
        Assert.Equal(5 + 7, numbers.Count);
    }

    [Fact]
    public void Several_seeds_have_an_interval_over_seeds()
    {
        var numbers = Numbers<TuningRow>(
            TuningSummary.Summarize, Tuning("LoRA rank 1", 1, .25), Tuning("LoRA rank 1", 2, .75), Tuning("full", 1, 2), Tuning("full", 2, 2));

        AssertNumber(.5, "nats", 2, numbers["x.within-change.prompt.lora-rank-1"], (.5 - (T1 * .25), .5 + (T1 * .25)));
        AssertNumber(2, "nats", 2, numbers["x.within-change.prompt.full"], (2, 2));
        Assert.Equal(5 + 14, numbers.Count);
    }

    [Fact]
    public void Without_tunings_their_number_is_the_only_one() => AssertNumber(
        0, "fine-tunings", 0, Assert.Single(Numbers<TuningRow>(TuningSummary.Summarize)).Value);

    [Fact]
    public void A_course_has_a_row_for_every_snapshot()
    {
        var output = Written<TuningCourseRow>([]);
        TuningCourse.Summarize(
            new SummarySpec("x"), [Written(Tuning("full", 1, .25)), Written(Tuning("full", 2, .75))], output, new JobContext());

        var rows = output.Read().ToList();

        Assert.Equal([(1, 0), (1, 5), (1, 10), (2, 0), (2, 5), (2, 10)], rows.Select(row => (row.Seed, row.Step)));
        Assert.Equal([0, .125, .25, 0, .375, .75], rows.Select(row => row.PromptChange));
        Assert.Equal([0, .25, .5, 0, .75, 1.5], rows.Select(row => row.AnswerChange));
        Assert.Equal([0, .5, 1, 0, 1.5, 3], rows.Select(row => row.HeldOutChange));
        Assert.All(rows, row => Assert.Equal(24, row.Prompts));
        Assert.All(rows, row => Assert.Equal(row.Step == 0 ? .1 : .9, row.Answer, 1e-12));
        Assert.All(rows, row => Assert.Equal(.3, row.HeldOutAnswer, 1e-12));
        Assert.All(rows, row => Assert.Equal(.7, row.HeldOutDistance, 1e-12));
    }

    private static IEnumerable<TuningRow> Tuning(string method, int seed, double change) =>
        from step in new[] { 0, 5, 10 }
        from role in Enum.GetValues<TuningRole>()
        from earlier in new[] { 0, 1 }
        from prompt in Enumerable.Range(0, 4)
        let share = step / 10.0
        select new TuningRow(
            "released", "model", method, seed, step, (int)role, role, earlier, prompt,
            Answer: role == TuningRole.HeldOut ? .3 : step == 0 ? .1 : .9,
            TargetKl: 1, TargetDistance: .2, BaseKl: 1, BaseDistance: .7,
            WithinKl: (2 * prompt) + earlier + (share * change * (role == TuningRole.Prompt ? 1 : role == TuningRole.Answer ? 2 : 4)));
}
