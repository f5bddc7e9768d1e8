using Research.Jobs;
using Research.Numerics;

namespace Research.Mirage.Arithmetic;

/// <summary>Generates a corpus of solved problems.</summary>
public static class ArithmeticCorpusGenerator
{
    private const int ReportEvery = 8192;

    /// <summary>Draws the problems and writes them. Held-out problems are in the validation text, and in no other.</summary>
    /// <exception cref="InputException">A parameter is out of its range, or the file cannot be written.</exception>
    public static void Generate(ArithmeticSpec item, ArithmeticCorpus output, JobContext job) => output.Write(Reported(Messages(item.Validate()), item, job));

    /// <summary>The problems in order; run n takes step n of the stream <c>arithmetic/problems</c>.</summary>
    public static IEnumerable<ArithmeticMessage> Messages(ArithmeticSpec spec)
    {
        var (sampler, text) = (new ProblemSampler(spec), new ProblemText(spec.Order));
        var philox = new Philox(spec.Seed, "arithmetic/problems");
        var runs = (spec.Problems + spec.Run - 1) / spec.Run;
        for (var run = 0; run < runs; run++)
        {
            var draws = new PhiloxStream(philox, step: (uint)run);
            var task = draws.UniformDouble() < spec.AdditionShare ? ArithmeticTask.Addition : ArithmeticTask.Multiplication;
            var isTraining = run < (long)runs * 9 / 10;
            foreach (var problem in DrawRun(sampler, task, isTraining, spec.Run, draws))
            {
                var index = (run * spec.Run) + problem.Place;
                yield return new(index, isTraining ? "train" : "validation", task, problem.Drawn.Length, text.Solved(problem.Drawn));
            }
        }
    }

    private static List<(int Place, Problem Drawn)> DrawRun(ProblemSampler sampler, ArithmeticTask task, bool isTraining, int count, PhiloxStream draws)
    {
        var problems = new List<(int, Problem)>(count);
        for (var place = 0; place < count; place++) problems.Add((place, sampler.Draw(task, !isTraining, ref draws)));
        return problems;
    }

    private static IEnumerable<ArithmeticMessage> Reported(IEnumerable<ArithmeticMessage> messages, ArithmeticSpec item, JobContext job)
    {
        foreach (var message in messages)
        {
            if (message.Index % ReportEvery == 0) job.Report(message.Index, item.Problems, "problems");
            yield return message;
        }
    }
}
