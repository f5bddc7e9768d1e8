using Research.Jobs;
using Research.Numerics;

namespace Research.Languages.SkillTexts;

/// <summary>A language of skill texts: the hidden bits, the training texts, and the pairs that none of them names together. Immutable.</summary>
public sealed class SkillLanguage
{
    private readonly int[] bits;
    private readonly HashSet<string> trained;

    /// <summary>A language of any bits and texts.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="answer">How texts answer.</param>
    /// <param name="longest">Most skills of a text.</param>
    /// <param name="bits">The hidden bit of each skill.</param>
    /// <param name="texts">The skills of each training text, ascending; none is empty.</param>
    /// <param name="heldOut">Pairs that no training text names together.</param>
    /// <exception cref="ArgumentException">A bit is none; or a text is empty, too long, not ascending, of unknown skills, or has a held-out pair.</exception>
    public SkillLanguage(
        string name, AnswerForm answer, int longest, IReadOnlyList<int> bits, IReadOnlyList<int[]> texts, SkillPairs heldOut)
    {
        if (bits.Any(bit => bit is not (0 or 1))) throw new ArgumentException("A bit is 0 or 1.", nameof(bits));
        foreach (var text in texts) RequireText(text, bits.Count, longest, heldOut);
        this.bits = [.. bits];
        (Name, Answer, Longest, HeldOut) = (name, answer, longest, heldOut);
        Texts = [.. texts.Select(text => (int[])text.Clone())];
        trained = [.. Texts.Select(Names)];
        Alphabet = new(answer, bits.Count, longest);
    }

    /// <summary>The language of a specification. Text n takes step n of the stream <c>texts</c>; texts of no skill are left out.</summary>
    /// <exception cref="InputException">There is no such language.</exception>
    public static SkillLanguage Of(SkillTextSpec spec)
    {
        spec.Validate();
        var heldOut = SkillPairs.HeldOut(spec);
        var sampler = new TextSampler(spec, heldOut);
        var philox = new Philox(spec.Seed, "texts");
        var texts = new List<int[]>();
        for (var n = 0; n < spec.Texts; n++)
        {
            var draws = new PhiloxStream(philox, step: (uint)n);
            var text = sampler.Draw(ref draws);
            if (text.Length > 0) texts.Add(text);
        }

        if (texts.Count == 0) throw new InputException("no training text names a skill", spec.ToString(), "Give a larger ratio or load.");
        return new(spec.Name, spec.Answer, spec.Longest, Bits(spec), texts, heldOut);
    }

    /// <summary>What people call the language.</summary>
    public string Name { get; }

    /// <summary>How texts answer.</summary>
    public AnswerForm Answer { get; }

    /// <summary>Most skills of a text.</summary>
    public int Longest { get; }

    /// <summary>The hidden bit of each skill; half of the skills of a specified language hide a one.</summary>
    public IReadOnlyList<int> Hidden => bits;

    /// <summary>The training texts: skills, ascending.</summary>
    public IReadOnlyList<int[]> Texts { get; }

    /// <summary>Pairs that no training text names together.</summary>
    public SkillPairs HeldOut { get; }

    /// <summary>The characters and their tokens.</summary>
    public SkillAlphabet Alphabet { get; }

    /// <summary>Whether the same skills make a training text.</summary>
    public bool IsTrained(int[] text) => trained.Contains(Names(text));

    /// <summary>How many of the skills hide a one.</summary>
    public int CountOf(ReadOnlySpan<int> skills)
    {
        var count = 0;
        foreach (var skill in skills) count += bits[skill];
        return count;
    }

    /// <summary>The document of a text whose skills are named in a given order, without the newline that follows.</summary>
    public string Write(ReadOnlySpan<int> order)
    {
        var text = new System.Text.StringBuilder();
        foreach (var skill in order)
        {
            text.Append(SkillAlphabet.Name(skill));
            if (Answer == AnswerForm.Itemized) text.Append(SkillAlphabet.Count(bits[skill]));
        }

        if (Answer == AnswerForm.Counted) text.Append(SkillAlphabet.Equal).Append(SkillAlphabet.Count(CountOf(order)));
        return text.ToString();
    }

    private static string Names(int[] text) => string.Concat(text.Select(SkillAlphabet.Name));

    /// <summary>Half ones, half zeros, each such assignment equally likely.</summary>
    private static int[] Bits(SkillTextSpec spec)
    {
        var draws = new PhiloxStream(new Philox(spec.Seed, "bits"));
        var bits = new int[spec.Skills];
        for (var skill = 0; skill < bits.Length / 2; skill++) bits[skill] = 1;
        for (var i = 0; i < bits.Length - 1; i++)
        {
            var j = i + draws.Below(bits.Length - i);
            (bits[i], bits[j]) = (bits[j], bits[i]);
        }

        return bits;
    }

    private static void RequireText(int[] text, int skills, int longest, SkillPairs heldOut)
    {
        if (text.Length == 0 || text.Length > longest) throw new ArgumentException($"A text has {text.Length} skills, not 1 to {longest}.");
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0 || text[i] >= skills || (i > 0 && text[i] <= text[i - 1]))
                throw new ArgumentException("The skills of a text ascend from 0 on, each once.");
        }

        if (heldOut.AnyIn(text)) throw new ArgumentException("A text names a held-out pair.");
    }
}
