namespace Research.Skills.Mix;

/// <summary>What stands in a small corpus, counted, beside what the novelty bound allows.</summary>
/// <param name="RichShare">Share of texts that use skills at all; 1: skills of a text are independent.</param>
/// <param name="Corpus">Number of the corpus.</param>
/// <param name="Combinations">All combinations of k skills and a topic.</param>
/// <param name="Matches">Pairs of a text and a combination that it shows.</param>
/// <param name="Seen">Combinations that some text shows: what a parrot can repeat.</param>
/// <param name="BoundedSeen">p_s^k p_t L: the share of combinations that the bound takes to be seen at most.</param>
public sealed record ParrotRow(double RichShare, int Corpus, int Combinations, long Matches, int Seen, double BoundedSeen)
{
    /// <summary>Share of combinations that the corpus holds.</summary>
    public double SeenShare => (double)Seen / Combinations;
}
