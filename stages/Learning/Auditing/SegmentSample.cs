using System.Security.Cryptography;
using Research.Numerics;

namespace Research.Learning.Auditing;

/// <summary>
/// The segments an auditor looks at: drawn without replacement, every choice of as many being as likely. Whoever forges a
/// training must not know them beforehand, so that the seed comes from the operating system's generator unless given.
/// </summary>
public static class SegmentSample
{
    /// <summary>A seed that nobody can foretell; from 0.</summary>
    public static int UnpredictableSeed() => RandomNumberGenerator.GetInt32(int.MaxValue);

    /// <summary>Draws segments by the stream <c>audit</c>.</summary>
    /// <param name="segments">All segments.</param>
    /// <param name="count">How many to draw, at least 1; all of them if there are not more.</param>
    /// <param name="seed">Decides which.</param>
    /// <returns>The drawn ones in the order of the training.</returns>
    public static IReadOnlyList<Segment> Draw(IReadOnlyList<Segment> segments, int count, int seed)
    {
        var philox = new Philox(seed, "audit");
        return Draw(segments, count, (n, draw) => philox.Below(n, draw));
    }

    /// <summary>The same from any source: the number in 0..n-1 of each draw. The first steps of Fisher and Yates' shuffle.</summary>
    internal static IReadOnlyList<Segment> Draw(IReadOnlyList<Segment> segments, int count, Func<int, int, int> below)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Segment[] order = [.. segments];
        count = Math.Min(count, order.Length);
        for (var i = 0; i < count; i++)
        {
            var other = i + below(order.Length - i, i);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return [.. order.Take(count).OrderBy(segment => segment.Number)];
    }
}
