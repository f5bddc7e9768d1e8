using Research.Languages.SkillTexts;
using Research.Languages.SkillTexts.Oracles;
using Research.Skills.Peeling;

namespace Research.Skills.Learned;

/// <summary>Which skills each abstract reader knows after the training texts of a language, and how well it does on a text.</summary>
internal sealed class AbstractKnowledge
{
    private readonly Dictionary<AbstractReader, bool[]> known;
    private readonly AnswerForm answer;

    /// <summary>Lets the readers read. Where each skill has its own answer, counting and solving find the bit of every skill that occurs.</summary>
    public AbstractKnowledge(SkillLanguage language)
    {
        answer = language.Answer;
        var skills = language.Hidden.Count;
        var occurring = new bool[skills];
        foreach (var text in language.Texts)
            foreach (var skill in text) occurring[skill] = true;
        var counts = language.Texts.Select(text => language.CountOf(text)).ToList();
        var isCounted = answer == AnswerForm.Counted;
        known = new()
        {
            [AbstractReader.Guessing] = new bool[skills],
            [AbstractReader.OneSkill] = OneSkill(language),
            [AbstractReader.Counting] = isCounted ? Known(CountingReader.Read(skills, language.Texts, counts)) : occurring,
            [AbstractReader.Linear] = isCounted ? Known(LinearReader.Read(skills, language.Texts, counts)) : occurring,
            [AbstractReader.Occurring] = occurring,
        };
    }

    /// <summary>Whether a reader knows each skill. [skills]</summary>
    public IReadOnlyList<bool> Of(AbstractReader reader) => known[reader];

    /// <summary>Probability that a reader answers a text right: it guesses what it does not know.</summary>
    public double Success(AbstractReader reader, ReadOnlySpan<int> text)
    {
        var unknown = 0;
        foreach (var skill in text) unknown += known[reader][skill] ? 0 : 1;
        return answer == AnswerForm.Counted ? BestGuess.Counted(unknown) : BestGuess.Itemized(unknown);
    }

    private static bool[] OneSkill(SkillLanguage language)
    {
        var learned = PeelingDecoder.Peel(SkillTextGraph.Of(language.Hidden.Count, language.Texts), limit: 1).Learned;
        return [.. Enumerable.Range(0, language.Hidden.Count).Select(learned.Contains)];
    }

    private static bool[] Known(int?[] bits) => Array.ConvertAll(bits, bit => bit is not null);
}
