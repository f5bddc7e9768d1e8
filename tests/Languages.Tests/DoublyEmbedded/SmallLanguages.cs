using Research.Languages.DoublyEmbedded;

namespace Research.Languages.Tests.DoublyEmbedded;

/// <summary>Languages small enough to enumerate, with arbitrary matrices.</summary>
internal static class SmallLanguages
{
    /// <summary>Random rows; about a third of the first letters and transitions are impossible.</summary>
    public static Language Random(Random random, int intentions = 2, int letters = 2, int transitions = 2)
    {
        var chain = new double[intentions, intentions];
        var start = new double[intentions, letters];
        var letterChains = new double[intentions, letters, letters];
        for (var i = 0; i < intentions; i++)
        {
            Fill(intentions, holes: false, (j, p) => chain[i, j] = p);
            Fill(letters, holes: true, (s, p) => start[i, s] = p);
            for (var s = 0; s < letters; s++)
                Fill(letters, holes: true, (t, p) => letterChains[i, s, t] = p);
        }

        return new("random", transitions, chain, start, letterChains);

        void Fill(int n, bool holes, Action<int, double> set)
        {
            var kept = random.Next(n);
            var row = new double[n];
            for (var j = 0; j < n; j++)
                row[j] = holes && j != kept && random.Next(3) == 0 ? 0 : random.NextDouble() + 0.01;
            for (var j = 0; j < n; j++) set(j, row[j] / row.Sum());
        }
    }
}
