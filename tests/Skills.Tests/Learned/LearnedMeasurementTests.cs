using Research.Jobs;
using Research.Languages.SkillTexts;
using Research.Skills.Learned;

namespace Research.Skills.Tests.Learned;

public sealed class LearnedMeasurementTests
{
    [Theory, InlineData(AnswerForm.Counted, 0), InlineData(AnswerForm.Counted, 0.1), InlineData(AnswerForm.Itemized, 0)]
    public void Answers_and_losses_are_those_of_the_model_asked_token_by_token(AnswerForm answer, double heldOut)
    {
        using var laboratory = new LearnedLaboratory(answer, heldOut);
        var table = laboratory.Table<LearnedTextsRow>();

        LearnedTextsMeasurement.Measure(laboratory.Item, laboratory.Checkpoint, laboratory.Corpus, table, new JobContext());

        List<LearnedTextsRow> rows = [.. table.Read()];
        Assert.Equal([20, 60], rows.Select(row => row.Step).Distinct());
        var questions = new LearnedQuestions(laboratory.Item, laboratory.Language).All().ToList();
        Assert.Equal(heldOut > 0, questions.Exists(question => question.Kind == TextKind.HeldOut));
        var final = rows.FindAll(row => row.Step == 60);
        Assert.Equal(questions.Count, final.Sum(row => row.Texts));
        Assert.All(final, row =>
        {
            var asked = questions.FindAll(question => question.Kind == row.Kind && question.Order.Length == row.Size).ConvertAll(question => laboratory.Ask(question.Order));
            Assert.Equal((asked.Count, asked.Count(text => text.Correct), asked.Count(text => text.Loss >= 0.5)), (row.Texts, row.Correct, row.Failed));
            Assert.Equal(asked.Average(text => text.Loss), row.Loss, 5);
            Assert.True(row.Guessing <= row.OneSkill && row.OneSkill <= row.Counting && row.Counting <= row.Occurring && row.Linear <= row.Occurring);
        });
    }

    [Fact]
    public void Kinds_of_texts_are_what_their_names_say()
    {
        using var laboratory = new LearnedLaboratory(AnswerForm.Counted, heldOut: 0.1);
        var language = laboratory.Language;

        Assert.All(new LearnedQuestions(laboratory.Item, language).All(), question =>
        {
            int[] text = [.. question.Order.Order()];
            var isTrained = language.Texts.Any(other => other.SequenceEqual(text));
            var holds = language.HeldOut.All.Any(pair => text.Contains(pair.First) && text.Contains(pair.Second));
            Assert.Equal(question.Kind, isTrained ? TextKind.Trained : holds ? TextKind.HeldOut : TextKind.Fresh);
        });
    }

    [Fact]
    public void The_curve_starts_from_the_share_of_fresh_texts_that_fail()
    {
        using var laboratory = new LearnedLaboratory(AnswerForm.Counted, heldOut: 0.1);
        var table = laboratory.Table<LearnedCurveRow>();

        LearnedCurveMeasurement.Measure(laboratory.Item, laboratory.Checkpoint, laboratory.Corpus, table, new JobContext());

        var questions = new LearnedQuestions(laboratory.Item, laboratory.Language);
        List<int[]> pieces = [.. questions.Pieces().Select(piece => piece.Order)];
        var fails = pieces.ConvertAll(piece => laboratory.Ask(piece).Loss >= 0.5);
        var theta = fails.Count(fail => fail) / 50.0;
        var trained = questions.TrainedPieces().Select(piece => laboratory.Ask(piece).Loss >= 0.5 ? 1.0 : 0).Average();
        List<LearnedCurveRow> final = [.. table.Read().Where(row => row.Step == 60)];
        Assert.All(final, row =>
        {
            Assert.Equal(row.Tuple == 1 ? theta : 1 - ((1 - theta) * (1 - theta)), row.Theta, 12);
            Assert.Equal(row.Tuple == 1 ? trained : 1 - ((1 - trained) * (1 - trained)), row.TrainedTheta!.Value, 12);
            Assert.InRange(row.Failed, 0, row.Adversary);
        });

        // The worst pair of skills, found by hand.
        var worst = (from j in Enumerable.Range(0, 8) from i in Enumerable.Range(0, j)
                     let of = pieces.Select((piece, n) => (Holds: piece.Contains(i) && piece.Contains(j), Fails: fails[n])).Where(piece => piece.Holds).ToList()
                     select of.Count == 0 ? 0 : of.Count(piece => piece.Fails) / (double)of.Count).OrderDescending().ToList();
        var first = final.First(row => row.Tuple == 2);
        Assert.Equal(2.0 / 28, first.Alpha, 12);
        Assert.InRange(first.Failed, worst[1], worst[0]);
    }

    [Fact]
    public void A_block_too_short_for_a_text_is_refused()
    {
        using var laboratory = new LearnedLaboratory(AnswerForm.Counted, block: 5);

        var error = Assert.Throws<InputException>(() => LearnedTextsMeasurement.Measure(
            laboratory.Item, laboratory.Checkpoint, laboratory.Corpus, laboratory.Table<LearnedTextsRow>(), new JobContext()));
        Assert.Contains("up to 6 symbols", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_piece_of_more_skills_than_a_text_may_have_is_refused()
    {
        using var laboratory = new LearnedLaboratory(AnswerForm.Counted, pieceSize: 5);

        Assert.Contains("5 skills", Assert.Throws<InputException>(() => LearnedCurveMeasurement.Measure(
            laboratory.Item, laboratory.Checkpoint, laboratory.Corpus, laboratory.Table<LearnedCurveRow>(), new JobContext())).Message, StringComparison.Ordinal);
    }
}
