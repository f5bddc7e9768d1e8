namespace Research.Languages.SkillTexts;

/// <summary>How a text answers for the skills that it names.</summary>
public enum AnswerForm
{
    /// <summary>One answer for all of them, at the end: how many of them hide a one.</summary>
    Counted,

    /// <summary>An answer for each of them, right after its name: the bit that it hides.</summary>
    Itemized,
}
