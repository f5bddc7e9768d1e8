using Research.Numerics;

namespace Research.Mirage.Arithmetic;

/// <summary>
/// Draws problems by the length of their result: a length evenly, then, for a sum, the result evenly and one of its pairs of
/// operands evenly; for a product, one of all pairs evenly. A pair is held out or not, whichever operand comes first.
/// </summary>
/// <param name="spec">The text.</param>
public sealed class ProblemSampler(ArithmeticSpec spec)
{
    private const int TriesForEach = 200;

    private readonly Philox heldOut = new(spec.Seed, "arithmetic/held-out");
    private readonly List<Problem>[] products = [.. Enumerable.Range(0, Problem.LongestResult(ArithmeticTask.Multiplication) + 1)
        .Select(length => Products().Where(problem => problem.Length == length).ToList())];

    /// <summary>Whether no training text holds the problem.</summary>
    public bool IsHeldOut(Problem problem)
    {
        var (small, large) = problem.Left < problem.Right ? (problem.Left, problem.Right) : (problem.Right, problem.Left);
        return heldOut.Below(spec.HeldOut, ((long)small * 10_000) + large, (uint)problem.Task) == 0;
    }

    /// <summary>Draws a problem of a task.</summary>
    public Problem Draw(ArithmeticTask task, bool isHeldOut, ref PhiloxStream draws) =>
        Draw(task, 1 + draws.Below(Problem.LongestResult(task)), isHeldOut, ref draws);

    /// <summary>Draws a problem whose result has so many digits.</summary>
    public Problem Draw(ArithmeticTask task, int length, bool isHeldOut, ref PhiloxStream draws)
    {
        while (true)
        {
            var problem = task == ArithmeticTask.Addition ? Sum(length, ref draws) : products[length][draws.Below(products[length].Count)];
            if (IsHeldOut(problem) == isHeldOut) return problem;
        }
    }

    /// <summary>Different held-out problems of a length: so many, or as many as there are.</summary>
    public IReadOnlyList<Problem> Test(ArithmeticTask task, int length, int items)
    {
        var draws = new PhiloxStream(new Philox(spec.Seed, "arithmetic/test"), step: (uint)task, tensor: (uint)length);
        var found = new List<Problem>();
        var seen = new HashSet<Problem>();
        for (var tries = 0; found.Count < items && tries < TriesForEach * items; tries++)
        {
            var problem = Draw(task, length, isHeldOut: true, ref draws);
            if (seen.Add(problem)) found.Add(problem);
        }

        return found;
    }

    private static Problem Sum(int length, ref PhiloxStream draws)
    {
        var most = 2 * Problem.LargestOperand(ArithmeticTask.Addition);
        var (low, high) = (0, 9);
        for (var digits = 1; digits < length; digits++) (low, high) = (high + 1, (10 * high) + 9);
        if (high > most) high = most;
        var result = low + draws.Below(high - low + 1);
        var least = Math.Max(0, result - (most / 2));
        var left = least + draws.Below(Math.Min(result, most / 2) - least + 1);
        return new Problem(ArithmeticTask.Addition, left, result - left);
    }

    private static IEnumerable<Problem> Products() =>
        from left in Enumerable.Range(0, Problem.LargestOperand(ArithmeticTask.Multiplication) + 1)
        from right in Enumerable.Range(0, Problem.LargestOperand(ArithmeticTask.Multiplication) + 1)
        select new Problem(ArithmeticTask.Multiplication, left, right);
}
