using Research.Numerics;

namespace Research.Mirage.Arithmetic;

/// <summary>One question of the test, with what a model reads before it and the options to choose from.</summary>
/// <param name="Task">The task.</param>
/// <param name="Length">Digits of the target.</param>
/// <param name="Number">Number of the item in its task and length.</param>
/// <param name="Prompt">Solved problems, each with its newline, and the open question.</param>
/// <param name="Target">The right answer.</param>
/// <param name="Choices">Answers of equal length that differ from the target in one digit, and the target.</param>
/// <param name="Correct">Place of the target among them.</param>
internal sealed record TestItem(
    ArithmeticTask Task, int Length, int Number, string Prompt, string Target, IReadOnlyList<string> Choices, int Correct)
{
    /// <summary>Options of a question.</summary>
    public const int Options = 4;

    /// <summary>The items of every task and length: the same for every model of a text.</summary>
    public static IReadOnlyList<TestItem> All(ArithmeticSpec spec, int items)
    {
        var (sampler, text) = (new ProblemSampler(spec), new ProblemText(spec.Order));
        var philox = new Philox(spec.Seed, "arithmetic/prompts");
        var all = new List<TestItem>();
        foreach (var task in Enum.GetValues<ArithmeticTask>())
        {
            for (var length = 1; length <= Problem.LongestResult(task); length++)
            {
                foreach (var problem in sampler.Test(task, length, items))
                {
                    var draws = new PhiloxStream(philox, step: (uint)all.Count);
                    all.Add(Of(problem, length, all.Count(item => item.Task == task && item.Length == length), spec.Run - 1, sampler, text, draws));
                }
            }
        }

        return all;
    }

    private static TestItem Of(
        Problem problem, int length, int number, int shots, ProblemSampler sampler, ProblemText text, PhiloxStream draws)
    {
        var prompt = "";
        for (var shot = 0; shot < shots; shot++) prompt += text.Solved(sampler.Draw(problem.Task, isHeldOut: false, ref draws)) + "\n";
        var target = text.Answer(problem);
        var choices = new List<string>();
        while (choices.Count < Options - 1)
        {
            var changed = target.ToCharArray();
            var place = draws.Below(length);
            // No number of several digits begins with a zero.
            changed[place] = ProblemText.Digits[draws.Below(10)];
            var wrong = new string(changed);
            if (wrong != target && !choices.Contains(wrong) && (length == 1 || wrong[text.FirstDigit(length)] != '0')) choices.Add(wrong);
        }

        var correct = draws.Below(Options);
        choices.Insert(correct, target);
        return new TestItem(problem.Task, length, number, prompt + text.Question(problem), target, choices, correct);
    }
}
