using Research.Languages;
using Research.Languages.DoublyEmbedded;
using Research.Numerics;

namespace Research.Evaluation.Understanding;

/// <summary>The first letters of a message, as a model is asked to go on from them.</summary>
/// <param name="Protocol">How the prompt begins.</param>
/// <param name="Transitions">Letter transitions; there is one letter more.</param>
/// <param name="Index">Its number among the prompts of this length.</param>
/// <param name="Intention">The intention of the message.</param>
/// <param name="Tokens">The prompt.</param>
internal sealed record UnderstandingPrompt(
    PromptProtocol Protocol, int Transitions, int Index, int Intention, int[] Tokens)
{
    /// <summary>Draws the prompts of one length; they depend on the training's seed.</summary>
    public static List<UnderstandingPrompt> Draw(
        UnderstandingSpec item, Language language, PromptProtocol protocol, int transitions)
    {
        var source = new Philox(item.Training.Seed, "evaluation/understanding");
        var sampler = new MessageSampler(language);
        var lead = protocol == PromptProtocol.Newline ? 1 : 0;
        var prompts = new List<UnderstandingPrompt>(item.Prompts);
        for (var n = 0; n < item.Prompts; n++)
        {
            var draws = new PhiloxStream(source, step: (uint)n, tensor: (uint)((2 * transitions) + lead));
            var tokens = new int[lead + transitions + 1];
            tokens[0] = Alphabet.Newline;
            var intention = sampler.Intention(ref draws);
            sampler.Message(intention, tokens.AsSpan(lead), ref draws);
            prompts.Add(new(protocol, transitions, n, intention, tokens));
        }

        return prompts;
    }
}
