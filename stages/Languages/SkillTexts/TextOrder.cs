using Research.Numerics;

namespace Research.Languages.SkillTexts;

/// <summary>The order in which a document names the skills of its text.</summary>
public static class TextOrder
{
    /// <summary>The skills in any order, each equally likely.</summary>
    /// <param name="text">The skills.</param>
    /// <param name="draws">Gives one draw for each skill but the last.</param>
    public static int[] Draw(ReadOnlySpan<int> text, ref PhiloxStream draws)
    {
        int[] order = [.. text];
        for (var i = 0; i < order.Length - 1; i++)
        {
            var j = i + draws.Below(order.Length - i);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
