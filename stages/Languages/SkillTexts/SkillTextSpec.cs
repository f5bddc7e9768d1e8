using System.Globalization;
using Research.Jobs;

namespace Research.Languages.SkillTexts;

/// <summary>
/// A language of skill texts: each skill hides a bit, a text names some skills and answers for them. A random bipartite graph of skills
/// and texts (Arora &amp; Goyal 2023; Liao, Chang &amp; Hong 2024) whose texts a model can read.
/// </summary>
/// <param name="Answer">How a text answers.</param>
/// <param name="Sizes">How many skills a text needs.</param>
/// <param name="Load">c, mean number of skills of a text, above 0; with fixed sizes k, a whole number.</param>
/// <param name="Ratio">R, training texts for each skill, above 0. Of two languages that differ in it alone, one has the first texts of the other.</param>
/// <param name="Skills">S, an even number from 4 to 128.</param>
/// <param name="Longest">Most skills of a text, from 1 to half the skills and to 35.</param>
/// <param name="HeldOut">Share of the pairs of skills that no training text names together, in [0, 1). Texts are drawn again until they name none: it makes large ones rarer.</param>
/// <param name="Documents">Documents to learn from: training texts drawn again and again, their skills in a new order each time; at least 1.</param>
/// <param name="Seed">Seed of the hidden bits, the texts and the documents.</param>
public sealed record SkillTextSpec(
    AnswerForm Answer,
    TextSizes Sizes,
    double Load,
    double Ratio,
    int Skills = 64,
    int Longest = 12,
    double HeldOut = 0,
    int Documents = 16384,
    int Seed = 1)
{
    /// <summary>Checks every parameter.</summary>
    /// <returns>This specification.</returns>
    /// <exception cref="InputException">A parameter is out of its range.</exception>
    public SkillTextSpec Validate()
    {
        Require(Enum.IsDefined(Answer), $"the form of answers {(int)Answer} is unknown", $"Use {string.Join(", ", Enum.GetNames<AnswerForm>())}.");
        Require(Enum.IsDefined(Sizes), $"the kind of sizes {(int)Sizes} is unknown", $"Use {string.Join(", ", Enum.GetNames<TextSizes>())}.");
        Require(Skills is >= 4 and <= SkillAlphabet.MostSkills && Skills % 2 == 0, $"Skills is {Skills}", $"Give an even number from 4 to {SkillAlphabet.MostSkills}.");
        var longest = Math.Min(Skills / 2, SkillAlphabet.LargestCount);
        Require(Longest >= 1 && Longest <= longest, $"Longest is {Longest}", $"Give 1 to {longest}.");
        Require(Load > 0 && double.IsFinite(Load), $"Load is {Load}", "Give a number above 0.");
        if (Sizes == TextSizes.Fixed)
            Require(Load <= Longest && Load == Math.Floor(Load), $"Load is {Load}", $"Texts of one size have a whole number of skills, 1 to {Longest}.");
        Require(Ratio > 0 && Ratio * Skills <= MostTexts, $"Ratio is {Ratio}", $"Give a number above 0, with at most {MostTexts} texts in all.");
        Require(Texts >= 1, $"a ratio of {Ratio} leaves no text", "Give a larger ratio.");
        Require(HeldOut is >= 0 and < 1, $"HeldOut is {HeldOut}", "Give a share of 0 or more, below 1.");
        Require(Documents >= 1, $"Documents is {Documents}", "Give 1 or more.");
        return this;
    }

    /// <summary>The most training texts.</summary>
    public const int MostTexts = 1_000_000;

    /// <summary>Number of training texts, those of no skill included: R S, rounded down.</summary>
    public int Texts => (int)Math.Floor(Ratio * Skills);

    /// <summary>The readable name, the seed left out: <c>counted c=3 R=4</c>, <c>counted k=4 R=16 held out 0.1</c>.</summary>
    public string Name => string.Create(
        CultureInfo.InvariantCulture,
        $"{Answer.ToString().ToLowerInvariant()} {(Sizes == TextSizes.Poisson ? 'c' : 'k')}={Load} R={Ratio}{(HeldOut > 0 ? " held out " : "")}{(HeldOut > 0 ? HeldOut : null)}");

    /// <summary>The readable name with the seed: <c>counted c=3 R=4 · texts 2</c>.</summary>
    public override string ToString() => $"{Name} · texts {Seed}";

    private void Require(bool condition, string what, string remedy)
    {
        if (!condition) throw new InputException(what, ToString(), remedy);
    }
}
