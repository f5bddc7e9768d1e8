using System.Numerics;

namespace Research.Skills.Compression;

/// <summary>The combinatorial number system: sets of k numbers below n, numbered from 0 to C(n, k) - 1.</summary>
public static class Combinations
{
    /// <summary>C(n, k); 0 for k above n.</summary>
    public static BigInteger Count(int n, int k)
    {
        if (k > n) return BigInteger.Zero;
        var count = BigInteger.One;
        for (var i = 1; i <= k; i++) count = count * (n - k + i) / i;
        return count;
    }

    /// <summary>The number of a set: the sum of C(member, place) over its members in ascending order, places from 1.</summary>
    public static BigInteger Rank(ReadOnlySpan<int> ascending)
    {
        var rank = BigInteger.Zero;
        for (var i = 0; i < ascending.Length; i++) rank += Count(ascending[i], i + 1);
        return rank;
    }

    /// <summary>The set of a number, in ascending order.</summary>
    public static int[] Unrank(BigInteger rank, int n, int k)
    {
        var members = new int[k];
        for (var place = k; place > 0; place--)
        {
            // The largest member with C(member, place) <= rank.
            var (low, high) = (place - 1, n);
            while (high - low > 1)
            {
                var middle = low + ((high - low) / 2);
                if (Count(middle, place) <= rank) low = middle;
                else high = middle;
            }

            members[place - 1] = low;
            rank -= Count(low, place);
            n = low;
        }

        return members;
    }
}
