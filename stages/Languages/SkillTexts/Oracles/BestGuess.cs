namespace Research.Languages.SkillTexts.Oracles;

/// <summary>What a reader can do who does not know the bits of some skills of a text: guess the likeliest answer.</summary>
public static class BestGuess
{
    /// <summary>
    /// Probability that the likeliest count of ones among fair bits is the true one: C(n, n / 2) / 2^n, which is 1 for n = 0 and 1/2 for
    /// n = 1 and n = 2. (In a language with as many ones as zeros the bits are fair, but not quite independent; that is left out.)
    /// </summary>
    /// <param name="unknown">n, bits that the reader does not know, at least 0.</param>
    public static double Counted(int unknown)
    {
        var probability = 1.0;
        for (var i = 1; i <= unknown / 2; i++) probability *= (2 * i - 1) / (2.0 * i);
        return unknown % 2 == 0 ? probability : probability * (unknown / (unknown + 1.0));
    }

    /// <summary>Probability that all of n fair bits, answered one by one, are guessed: 1 / 2^n.</summary>
    /// <param name="unknown">n, at least 0.</param>
    public static double Itemized(int unknown)
    {
        var probability = 1.0;
        for (var i = 0; i < unknown; i++) probability *= 0.5;
        return probability;
    }
}
