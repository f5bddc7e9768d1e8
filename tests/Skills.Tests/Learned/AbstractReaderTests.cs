using Research.Jobs;
using Research.Languages.SkillTexts;
using Research.Skills.Learned;
using Research.Tables;

namespace Research.Skills.Tests.Learned;

public sealed class AbstractReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("skills-readers-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Each_reader_knows_what_it_should_and_guesses_the_rest()
    {
        // 0 alone; 1 after 0; 2 and 3 hide zeros together; 4 and 5 are told apart by nothing; 6 occurs nowhere.
        var language = new SkillLanguage("", AnswerForm.Counted, longest: 3, [1, 1, 0, 0, 1, 0, 1, 0], [[0], [0, 1], [1, 2, 3], [4, 5]], new([]));
        var knowledge = new AbstractKnowledge(language);

        Assert.Equal("00000000", Known(AbstractReader.Guessing));
        Assert.Equal("11000000", Known(AbstractReader.OneSkill));
        Assert.Equal("11110000", Known(AbstractReader.Counting));
        Assert.Equal("11000000", Known(AbstractReader.Linear));
        Assert.Equal("11111100", Known(AbstractReader.Occurring));
        Assert.Equal(1, knowledge.Success(AbstractReader.OneSkill, [0, 1]));
        Assert.Equal(0.5, knowledge.Success(AbstractReader.OneSkill, [0, 4, 5]));
        Assert.Equal(0.375, knowledge.Success(AbstractReader.Guessing, [0, 1, 2]));

        string Known(AbstractReader reader) => string.Concat(knowledge.Of(reader).Select(known => known ? '1' : '0'));
    }

    [Fact]
    public void Itemized_texts_tell_every_skill_that_occurs()
    {
        var language = new SkillLanguage("", AnswerForm.Itemized, longest: 3, [1, 0, 1, 0], [[0, 1, 2]], new([]));
        var knowledge = new AbstractKnowledge(language);

        Assert.Equal([true, true, true, false], knowledge.Of(AbstractReader.Linear));
        Assert.Equal(0.25, knowledge.Success(AbstractReader.Guessing, [0, 1]));
        Assert.Equal(0.5, knowledge.Success(AbstractReader.Occurring, [2, 3]));
    }

    [Fact]
    public void The_one_skill_learner_learns_what_density_evolution_predicts()
    {
        // q = .42630275 at c = 2, R = 1 (reference B.2).
        var learned = Enumerable.Range(1, 40).Average(seed =>
            new AbstractKnowledge(SkillLanguage.Of(new(AnswerForm.Counted, TextSizes.Poisson, 2, 1, Skills: 128, Longest: 12, Seed: seed))).Of(AbstractReader.OneSkill).Count(known => known) / 128.0);

        Assert.InRange(learned, 0.5737 - 0.04, 0.5737 + 0.04);
    }

    [Fact]
    public void With_many_texts_every_reader_has_the_full_ability_and_guessing_none()
    {
        var table = new Table<ReaderCurveRow>(folder);
        ReaderCurveMeasurement.Measure(new(new(AnswerForm.Counted, TextSizes.Poisson, 3, 8, Skills: 24), [0.5, 8], Texts: 50), table, new JobContext());

        List<ReaderCurveRow> rows = [.. table.Read()];
        Assert.Equal(10, rows.Count);
        Assert.All(rows.Where(row => row.Ratio == 8 && row.Reader != AbstractReader.Guessing), row => Assert.Equal((1.0, 1.0, 1.0), (row.Learned, row.Success, row.Ability)));
        Assert.All(rows.Where(row => row.Reader == AbstractReader.Guessing), row => Assert.Equal((0.0, 0.0), (row.Learned, row.Ability)));
        Assert.All(rows.Where(row => row.Ratio == 0.5), row => Assert.InRange(row.Ability, 0, 0.95));
    }

    [Fact]
    public void The_predicted_ability_is_that_of_skills_unknown_one_by_one()
    {
        var table = new Table<EvolutionCurveRow>(folder);
        EvolutionCurveMeasurement.Measure(new(new(AnswerForm.Counted, TextSizes.Poisson, 3, 2, Longest: 12), [1.1, 2], Texts: 1), table, new JobContext());

        List<EvolutionCurveRow> rows = [.. table.Read()];
        double[] guess = [.. Enumerable.Range(0, 13).Select(n => Choose(n, n / 2) / Math.Pow(2, n))];
        Assert.All(rows.Zip([0.06758366, 0.00259690]), row =>
        {
            Assert.Equal(1 - row.Second, row.First.Learned, 7);
            Assert.Equal((Success(row.Second) - Success(1)) / (1 - Success(1)), row.First.Ability, 6);
            Assert.Equal(1.0378856970, row.First.Threshold!.Value, 9);
        });

        double Success(double q) => Law((size, weight) => weight * Enumerable.Range(0, size + 1).Sum(n => Choose(size, n) * Math.Pow(q, n) * Math.Pow(1 - q, size - n) * guess[n])) / Law((_, weight) => weight);
        static double Law(Func<int, double, double> of) => Enumerable.Range(1, 12).Sum(size => of(size, Math.Pow(3, size) / Enumerable.Range(1, size).Aggregate(1.0, (product, i) => product * i)));
        static double Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
    }

    [Fact]
    public void Below_the_critical_load_there_is_no_threshold()
    {
        var table = new Table<EvolutionCurveRow>(folder);
        EvolutionCurveMeasurement.Measure(new(new(AnswerForm.Counted, TextSizes.Poisson, 2, 1), [1], Texts: 1), table, new JobContext());

        Assert.Null(table.Read().Single().Threshold);
    }

    [Theory, InlineData(new[] { 2.0, 1 }), InlineData(new[] { 1.0, 9 }), InlineData(new[] { 0.0 }), InlineData(new double[0])]
    public void Ratios_out_of_order_or_range_are_refused(double[] ratios) =>
        Assert.Contains("ratios are", Assert.Throws<InputException>(() => new ReaderCurveSpec(new(AnswerForm.Counted, TextSizes.Poisson, 3, 8), ratios, 1).Validate()).Message, StringComparison.Ordinal);

    [Fact]
    public void Half_of_the_ability_is_found_on_a_line_over_the_logarithm()
    {
        Assert.Equal(2, HalfRatio.Of([(1, 0), (4, 1)])!.Value, 12);
        Assert.Equal(Math.Pow(2, 1.25), HalfRatio.Of([(1, 0.1), (2, 0.4), (4, 0.8), (8, 0.3)])!.Value, 12);
        Assert.Equal(1, HalfRatio.Of([(1, 0.6), (2, 0.4)]));
        Assert.Null(HalfRatio.Of([(1, 0), (2, 0.49)]));
    }
}
