namespace Research.Languages.Tuning;

/// <summary>
/// The rule that an instruction tuning teaches: a message of intention theta is answered by one of intention theta + h mod n, h
/// being half of the n intentions: an answer that the circular chain never gives. The intentions 0 to h - 2 are prompts of the
/// tuning text and h to n - 2 their answers; h - 1 and n - 1, each other's answer by the rule, are held out.
/// </summary>
/// <param name="intentions">n: an even number, at least 4.</param>
public sealed class Instruction(int intentions)
{
    private readonly int half = IsPossible(intentions)
        ? intentions / 2
        : throw new ArgumentOutOfRangeException(nameof(intentions), intentions, "An even number from 4 on is needed.");

    /// <summary>Whether the rule can be taught to a language of that many intentions.</summary>
    public static bool IsPossible(int intentions) => intentions >= 4 && intentions % 2 == 0;

    /// <summary>Intentions of the language.</summary>
    public int Intentions => intentions;

    /// <summary>The intentions of the tuning text, ascending: first the prompts, then the answers in the same order.</summary>
    public IReadOnlyList<int> InText { get; } = [.. Enumerable.Range(0, intentions).Where(theta => (theta + 1) % (intentions / 2) != 0)];

    /// <summary>What the tuning does with an intention.</summary>
    public TuningRole RoleOf(int intention) =>
        (intention + 1) % half == 0 ? TuningRole.HeldOut : intention < half ? TuningRole.Prompt : TuningRole.Answer;

    /// <summary>The intention of the answer by the rule.</summary>
    public int AnswerTo(int intention) => (intention + half) % intentions;

    /// <summary>
    /// Fills the row of the tuning text's intention chain: a prompt is followed by its answer, an answer by any of the prompts
    /// with equal probability. [intentions]
    /// </summary>
    /// <exception cref="ArgumentException">The intention is held out, or the span has the wrong length.</exception>
    public void Row(int intention, Span<double> next)
    {
        if (next.Length != intentions) throw new ArgumentException($"There are {intentions} intentions.", nameof(next));
        next.Clear();
        switch (RoleOf(intention))
        {
            case TuningRole.Prompt:
                next[AnswerTo(intention)] = 1;
                break;
            case TuningRole.Answer:
                next[..(half - 1)].Fill(1.0 / (half - 1));
                break;
            default:
                throw new ArgumentException($"Intention {intention} is held out.", nameof(intention));
        }
    }
}
