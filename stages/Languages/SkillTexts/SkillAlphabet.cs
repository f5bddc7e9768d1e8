namespace Research.Languages.SkillTexts;

/// <summary>
/// The characters of a language of skill texts and their tokens, ascending with the characters' codes: newline is token 0; counts are the
/// digits, then the letters from <c>a</c>; <c>=</c> stands before a counted answer; skill s is letter s of the block Latin Extended-A.
/// </summary>
public sealed class SkillAlphabet
{
    /// <summary>The token that ends a document.</summary>
    public const int Newline = 0;

    /// <summary>The most skills that have a letter.</summary>
    public const int MostSkills = 128;

    /// <summary>The largest count that has a character.</summary>
    public const int LargestCount = 35;

    /// <summary>Stands before a counted answer.</summary>
    public const char Equal = '=';

    private const char FirstName = '\u0100';
    private const string Counts = "0123456789abcdefghijklmnopqrstuvwxyz";

    private readonly int firstName;
    private readonly int[] countTokens;

    /// <summary>The alphabet of a form of answers.</summary>
    /// <param name="answer">Whether texts count or itemize.</param>
    /// <param name="skills">Number of skills, up to <see cref="MostSkills"/>.</param>
    /// <param name="longest">Most skills of a text, up to <see cref="LargestCount"/>: the largest count.</param>
    public SkillAlphabet(AnswerForm answer, int skills, int longest)
    {
        IEnumerable<char> symbols = answer == AnswerForm.Counted ? Counts[..(longest + 1)].Append(Equal) : Counts[..2];
        var head = string.Concat(symbols.Order().Prepend('\n'));
        firstName = head.Length;
        Characters = head + string.Concat(Enumerable.Range(0, skills).Select(Name));
        countTokens = [.. Counts.Take(answer == AnswerForm.Counted ? longest + 1 : 2).Select(count => head.IndexOf(count))];
    }

    /// <summary>The characters by token.</summary>
    public string Characters { get; }

    /// <summary>Number of tokens.</summary>
    public int Tokens => Characters.Length;

    /// <summary>The token before a counted answer; -1 where answers are itemized.</summary>
    public int EqualToken => Characters.IndexOf(Equal);

    /// <summary>The character of a skill.</summary>
    public static char Name(int skill) => (char)(FirstName + skill);

    /// <summary>The skill of a character.</summary>
    public static int SkillOf(char name) => name - FirstName;

    /// <summary>The character of a count, or of a bit.</summary>
    public static char Count(int count) => Counts[count];

    /// <summary>The token of a skill's name.</summary>
    public int OfSkill(int skill) => firstName + skill;

    /// <summary>The token of a count, or of a bit.</summary>
    public int OfCount(int count) => countTokens[count];
}
