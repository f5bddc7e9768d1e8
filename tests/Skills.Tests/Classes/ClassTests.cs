using Research.Jobs;
using Research.Skills.Classes;
using Research.Skills.Learners;
using Research.Tables;

namespace Research.Skills.Tests.Classes;

public class ClassTests
{
    public static TheoryData<double[][], int[], int[], double[], double[], double[]> Settings => new()
    {
        { [[2, 1], [.5, 3]], [40_000, 30_000], [40_000, 30_000], [.7610, .6245], [.759, .619], [.008, .017] },
        { [[3, .5], [1, 2]], [40_000, 40_000], [24_000, 24_000], [.8872, .9110], [.887, .911], [.002, .002] },
        { [[2, 2], [0, 1.5]], [30_000, 30_000], [20_000, 45_000], [.8176, .1275], [.818, .129], [.003, .002] },
    };

    [Theory, MemberData(nameof(Settings))]
    public void Ends_of_the_reference(double[][] loads, int[] skills, int[] texts, double[] theory, double[] mean, double[] deviation)
    {
        const int Graphs = 6;
        var q = new ClassEvolution(new SkillLearner(1), loads, skills, texts).Solve();
        var rows = Enumerable.Range(0, Graphs).SelectMany(graph => Measure(new("one", 1, loads, skills, texts, graph))).ToList();
        for (var k = 0; k < 2; k++)
        {
            Assert.Equal(theory[k], q[k], 0.6e-4);
            Assert.Equal(mean[k], rows.Where(row => row.Class == k + 1).Average(row => row.Unlearned), 6 * deviation[k] / Math.Sqrt(Graphs));
        }
    }

    [Fact]
    public void Learners_of_two_skills_follow_the_coupled_recursion_too()
    {
        var rows = Measure(new("two", 2, [[2, 1], [.5, 3]], [40_000, 30_000], [24_000, 18_000], 1));

        Assert.All(rows, row => Assert.Equal(row.Predicted, row.Unlearned, 0.02));
        Assert.True(Math.Abs(rows[0].Unlearned - rows[1].Unlearned) > 0.03);
    }

    [Fact]
    public void Equal_classes_are_one()
    {
        var q = new ClassEvolution(new SkillLearner(2), [[2.5, 2.5], [2.5, 2.5]], [1000, 1000], [300, 760]).Solve();
        var one = new DensityEvolution(new SkillLearner(2), 5, .53).Solve().Value;

        Assert.All(q, each => Assert.Equal(one, each, 1e-10));
        Assert.Equal(LearnerErrors.Testing(5, one), new ClassEvolution(new SkillLearner(2), [[2.5, 2.5]], [1, 1], [1]).TestingError(0, q), 1e-9);
    }

    [Fact]
    public void Tables_that_do_not_fit_are_refused()
    {
        Assert.Throws<InputException>(() => new ClassEvolution(new SkillLearner(1), [[1, 2]], [10], [10]));
        Assert.Throws<InputException>(() => new ClassEvolution(new SkillLearner(1), [[1], [2]], [10], [10]));
        Assert.Throws<InputException>(() => new ClassEvolution(new SkillLearner(1), [[-1]], [10], [10]));
        Assert.Throws<InputException>(() => new ClassEvolution(new SkillLearner(1), [[1]], [0], [10]));
    }

    private static List<ClassRow> Measure(ClassSpec spec)
    {
        var folder = Directory.CreateTempSubdirectory("skills");
        try
        {
            var table = Table<ClassRow>.Open(folder.FullName);
            ClassMeasurement.Measure(spec, table, new JobContext());
            return [.. table.Read()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
