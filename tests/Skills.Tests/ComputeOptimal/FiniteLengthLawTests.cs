using Research.Jobs;
using Research.Skills.ComputeOptimal;

namespace Research.Skills.Tests.ComputeOptimal;

public class FiniteLengthLawTests
{
    [Fact]
    public void The_regular_3_6_code_has_its_known_threshold_and_scaling()
    {
        var law = new FiniteLengthLaw(new RegularEnsemble(3, 6));

        Assert.Equal(.429440, law.Threshold, 5e-7);
        Assert.Equal(.260571, law.Place, 5e-7);
        Assert.Equal(.560355, law.Scaling, 5e-7);
    }

    [Fact]
    public void The_signs_of_the_authors_code_give_that_code_another_scaling()
        => Assert.Equal(.93853, new FiniteLengthLaw(new RegularEnsemble(3, 6), ScalingSigns.Authors).Scaling, 5e-6);

    [Theory]
    [InlineData(100, 5.99999986, 3.34766482, .39993950, .79053725)]
    [InlineData(1.722585965e9, 18444.7216, 18266.9029, .51125818, .95115586)]
    [InlineData(1e20, 4695923547.56, 4695873163.31, .50004078, .94033597)]
    public void With_these_signs_the_authors_notebook_is_reproduced(double budget, double concepts, double learned, double threshold, double scaling)
    {
        var allocation = new SizeAllocation(budget, ScalingSigns.Authors);
        var law = allocation.LawAt(concepts);

        Assert.Equal(1, allocation.Learned(concepts) / learned, 5e-8);
        Assert.Equal(threshold, law.Threshold, 1e-7);
        Assert.Equal(scaling, law.Scaling, 2e-6);
        Assert.Equal(1, allocation.BestConcepts() / concepts, 5e-5);
    }

    [Theory]
    [InlineData(100, 5.99999986, .545991, 3.07921)]
    [InlineData(1.722585965e9, 18444.7216, .590072, 18442.8)]
    public void Textbook_signs_narrow_the_spread(double budget, double concepts, double scaling, double learned)
    {
        var allocation = new SizeAllocation(budget, ScalingSigns.Textbook);

        Assert.Equal(scaling, allocation.LawAt(concepts).Scaling, 1e-6);
        Assert.Equal(1, allocation.Learned(concepts) / learned, 5e-6);
    }

    [Fact]
    public void Derivatives_are_those_of_the_functions()
    {
        var ensemble = new ConceptTextEnsemble(4000, 900);
        const double H = 1e-6;

        Assert.All(new[] { .2, .5, .9 }, x =>
        {
            Assert.Equal(1, (ensemble.Variable(x + H) - ensemble.Variable(x - H)) / (2 * H) / ensemble.VariableSlope(x), 1e-5);
            Assert.Equal(1, (ensemble.Check(x + H) - ensemble.Check(x - H)) / (2 * H) / ensemble.CheckSlope(x), 1e-5);
        });
        Assert.Equal(1, (ensemble.Node(1) - ensemble.Node(1 - H)) / H / ensemble.MeanDegree, 1e-4);
        Assert.Equal(0, ensemble.Node(0));
    }

    [Theory]
    [InlineData(.1, 10_000, .121865)]
    [InlineData(0, 100, 0)]
    public void Training_errors_are_texts_with_two_unlearned_concepts(double unlearned, double concepts, double expected)
        => Assert.Equal(expected, TrainingError.Of(unlearned, concepts), 5e-7);

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Assert.Throws<InputException>(() => new ConceptTextEnsemble(1, 10));
        Assert.Throws<InputException>(() => new ConceptTextEnsemble(100, 0.5));
        Assert.Throws<InputException>(() => new ConceptTextEnsemble(100, 10, 0));
        Assert.Throws<InputException>(() => new ConceptTextEnsemble(100, 10, 6, 1.5));
        Assert.Throws<InputException>(() => new SizeAllocation(10, ScalingSigns.Textbook).BestConcepts());
        Assert.Throws<InputException>(() => TrainingError.Of(1.1, 100));
        Assert.Throws<InputException>(() => TrainingError.Of(.1, 5));
        Assert.Throws<InputException>(() => new RegularEnsemble(1, 6));
    }
}
