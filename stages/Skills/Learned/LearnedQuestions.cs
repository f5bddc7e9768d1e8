using Research.Languages.SkillTexts;
using Research.Numerics;

namespace Research.Skills.Learned;

/// <summary>The texts that a model is asked about, each in the order in which its skills are named.</summary>
internal sealed class LearnedQuestions
{
    private readonly LearnedSpec item;
    private readonly SkillLanguage language;
    private readonly FreshTexts fresh;

    /// <summary>Questions on a language. Orders come from the streams <c>order of ...</c> of the training's seed.</summary>
    public LearnedQuestions(LearnedSpec item, SkillLanguage language)
    {
        (this.item, this.language) = (item, language);
        fresh = new(item.Language, language, item.Training.Seed);
    }

    /// <summary>
    /// The first training texts, and fresh texts of the same law; where pairs are held out, the pieces too: of one size, those without such a
    /// pair are of that law.
    /// </summary>
    public IEnumerable<(TextKind Kind, int[] Order)> All() => language.HeldOut.Count == 0 ? OfLaw() : OfLaw().Concat(Pieces());

    /// <summary>Fresh texts of the piece size, each tuple equally likely.</summary>
    public IEnumerable<(TextKind Kind, int[] Order)> Pieces()
    {
        var philox = new Philox(item.Training.Seed, "order of pieces");
        for (var n = 0; n < item.Pieces; n++)
        {
            var text = fresh.Subset(n, item.PieceSize);
            yield return (language.HeldOut.AnyIn(text) ? TextKind.HeldOut : TextKind.Fresh, Ordered(text, philox, n));
        }
    }

    /// <summary>The training texts of the piece size.</summary>
    public IEnumerable<int[]> TrainedPieces()
    {
        var philox = new Philox(item.Training.Seed, "order of trained pieces");
        return language.Texts.Where(text => text.Length == item.PieceSize).Take(item.Pieces).Select((text, n) => Ordered(text, philox, n));
    }

    private IEnumerable<(TextKind Kind, int[] Order)> OfLaw()
    {
        var trained = new Philox(item.Training.Seed, "order of trained texts");
        foreach (var (text, n) in language.Texts.Take(item.Texts).Select((text, n) => (text, n))) yield return (TextKind.Trained, Ordered(text, trained, n));
        var law = new Philox(item.Training.Seed, "order of fresh texts");
        for (var n = 0; n < item.Texts; n++) yield return (TextKind.Fresh, Ordered(fresh.OfLaw(n), law, n));
    }

    private static int[] Ordered(int[] text, Philox philox, int number)
    {
        var draws = new PhiloxStream(philox, step: (uint)number);
        return TextOrder.Draw(text, ref draws);
    }
}
