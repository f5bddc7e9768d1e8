namespace Research.Skills.Peeling;

/// <summary>What an abstract learner knows in the end, and how it came to that.</summary>
/// <param name="Learned">The skills it knows, those it knew before included.</param>
/// <param name="LearnedByRound">
/// Known skills after each synchronous round, from round 0 (what it knew before) to the last round that taught something.
/// </param>
/// <param name="UnfinishedTexts">Texts that still contain an unknown skill.</param>
public sealed record PeelingResult(SkillSet Learned, IReadOnlyList<int> LearnedByRound, int UnfinishedTexts)
{
    /// <summary>Rounds that taught something.</summary>
    public int Rounds => LearnedByRound.Count - 1;

    /// <summary>Known skills after a round; after the last one nothing changes.</summary>
    public int LearnedAfter(int round) => LearnedByRound[Math.Min(round, Rounds)];
}
