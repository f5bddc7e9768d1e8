using Research.Jobs;
using Research.Languages;
using Research.Languages.DoublyEmbedded;
using Research.Numerics;

namespace Research.Evaluation.InContext;

/// <summary>
/// Messages of one intention, each with its newline. Prompts grow at the front, as in the author's code: the first
/// message drawn stands last in each of them.
/// </summary>
internal sealed class InContextTrial
{
    private readonly int[] text;
    private readonly int period;

    /// <summary>Draws a trial; it depends on the training's seed and its index.</summary>
    public InContextTrial(InContextSpec item, Language language, int index)
    {
        var draws = new PhiloxStream(new Philox(item.Training.Seed, "evaluation/in-context"), step: (uint)index);
        var sampler = new MessageSampler(language);
        (Index, period) = (index, language.MessageLength + 1);
        Intention = sampler.Intention(ref draws);
        text = new int[item.MostExamples * period];
        for (var k = 0; k < item.MostExamples; k++)
        {
            var message = text.AsSpan(Start(k), period);
            sampler.Message(Intention, message[..^1], ref draws);
            message[^1] = Alphabet.Newline;
        }
    }

    /// <summary>All trials of an experiment.</summary>
    /// <exception cref="InputException">The model's block is too short for the prompts.</exception>
    public static List<InContextTrial> DrawAll(InContextSpec item, Language language)
    {
        var longest = item.MostExamples * (language.MessageLength + 1);
        if (longest > item.Training.Model.Block)
        {
            throw new InputException(
                $"{item.MostExamples} examples take {longest} symbols, "
                + $"the model's block has {item.Training.Model.Block}", item.ToString(),
                "Reduce the number of examples or train with a larger block.");
        }

        return [.. Enumerable.Range(0, item.Trials).Select(index => new InContextTrial(item, language, index))];
    }

    /// <summary>Its number.</summary>
    public int Index { get; }

    /// <summary>The intention of all its messages.</summary>
    public int Intention { get; }

    /// <summary>The prompt with the first <paramref name="examples"/> messages drawn.</summary>
    public int[] Prompt(int examples) => text[Start(examples - 1)..];

    /// <summary>The letters of the message drawn as number <paramref name="k"/>, from 0.</summary>
    public ReadOnlySpan<int> Message(int k) => text.AsSpan(Start(k), period - 1);

    private int Start(int k) => text.Length - ((k + 1) * period);
}
