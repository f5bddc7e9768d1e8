namespace Research.Skills.Peeling;

/// <summary>
/// The D-skill learner on texts that come one after another, each kept until it has been learned from. After every text it
/// knows what <see cref="PeelingDecoder"/> learns from the texts so far, so that one pass, linear in the edges, gives the
/// learned fraction at every ratio of texts to skills.
/// </summary>
public sealed class StreamingLearner
{
    private const int None = -1;

    private readonly int limit;
    private readonly SkillSet learned;

    // Waiting texts as lists: for each skill its latest edge; for each edge its text and the skill's edge before.
    private readonly int[] latest;
    private readonly GrowingList<int> previous = new();
    private readonly GrowingList<int> textOf = new();

    // For each waiting text: its unknown skills, and where in members those begin that were unknown when it came.
    private readonly GrowingList<int> first = new();
    private readonly GrowingList<int> members = new();
    private int[] novel = new int[64];
    private readonly Stack<int> turn = new();

    /// <summary>A learner that knows nothing.</summary>
    /// <param name="skills">Number of skills.</param>
    /// <param name="limit">D: the most novel skills that a text may have to be learned from.</param>
    public StreamingLearner(int skills, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(skills);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        this.limit = limit;
        learned = new(skills);
        latest = new int[skills];
        Array.Fill(latest, None);
    }

    /// <summary>Known skills.</summary>
    public int Learned { get; private set; }

    /// <summary>Whether it knows a skill.</summary>
    public bool Knows(int skill) => learned.Contains(skill);

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Clear(learned.Words);
        Array.Fill(latest, None);
        foreach (var list in (GrowingList<int>[])[previous, textOf, first, members]) list.Clear();
        Learned = 0;
    }

    /// <summary>The skills known now, as a set of its own.</summary>
    public SkillSet Known() => learned.Copy();

    /// <summary>Reads a text, a set of skills, and learns all that it and the waiting texts now teach.</summary>
    /// <param name="text">Its skills, each below the number of skills.</param>
    /// <param name="missing">Skills of another kind in the text that are novel for ever; they count towards D.</param>
    /// <returns>How many skills were learned.</returns>
    public int Present(ReadOnlySpan<int> text, int missing = 0)
    {
        var before = Learned;
        var unknown = missing;
        foreach (var skill in text)
            if (!SkillSet.Has(learned.Words, skill)) unknown++;
        if (unknown > limit)
        {
            Wait(text, unknown);
            return 0;
        }

        foreach (var skill in text) Learn(skill);
        while (turn.TryPop(out var next))
        {
            var end = next + 1 < first.Count ? first.Items[next + 1] : members.Count;
            for (var i = first.Items[next]; i < end; i++) Learn(members.Items[i]);
        }

        return Learned - before;
    }

    private void Wait(ReadOnlySpan<int> text, int unknown)
    {
        var number = first.Count;
        first.Add(members.Count);
        if (number == novel.Length) Array.Resize(ref novel, 2 * number);
        novel[number] = unknown;
        foreach (var skill in text)
        {
            if (SkillSet.Has(learned.Words, skill)) continue;
            members.Add(skill);
            previous.Add(latest[skill]);
            textOf.Add(number);
            latest[skill] = previous.Count - 1;
        }
    }

    private void Learn(int skill)
    {
        if (!SkillSet.Put(learned.Words, skill)) return;
        Learned++;
        for (var edge = latest[skill]; edge != None; edge = previous.Items[edge])
        {
            var text = textOf.Items[edge];
            if (--novel[text] == limit) turn.Push(text);
        }
    }
}
