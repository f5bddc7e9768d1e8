using Research.Languages.Ginc;

namespace Research.Languages.Tests.Ginc;

/// <summary>GINC languages small enough to enumerate, with arbitrary matrices.</summary>
internal static class SmallGinc
{
    /// <summary>Random rows; about a third of the transitions are impossible, and states may share symbols.</summary>
    public static GincLanguage Random(Random random, int concepts = 2, int unseen = 1)
    {
        var (values, slots) = (1 + random.Next(2), 2 + random.Next(2));
        var memory = new int[values, slots];
        for (var v = 0; v < values; v++)
            for (var s = 1; s < slots; s++) memory[v, s] = 1 + random.Next(3);
        var all = Enumerable.Range(0, concepts + unseen);
        return new(
            "small", memory, Chain(values), [.. all.Select(_ => Chain(slots))],
            [.. all.Select(_ => Row(values * slots, holes: false))], concepts, 0.05 + (0.4 * random.NextDouble()));

        double[,] Chain(int size)
        {
            var chain = new double[size, size];
            for (var i = 0; i < size; i++)
            {
                var row = Row(size, holes: true);
                for (var j = 0; j < size; j++) chain[i, j] = row[j];
            }

            return chain;
        }

        double[] Row(int size, bool holes)
        {
            var kept = random.Next(size);
            var row = new double[size];
            for (var j = 0; j < size; j++)
                row[j] = holes && j != kept && random.Next(3) == 0 ? 0 : random.NextDouble() + 0.01;
            return [.. row.Select(p => p / row.Sum())];
        }
    }
}
