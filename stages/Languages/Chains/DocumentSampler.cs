using Research.Numerics;

namespace Research.Languages.Chains;

/// <summary>
/// Draws documents. Document n takes the draws of its own step of a stream, in this order: the length of its path, the path among those of
/// that length, the values of all nodes from the first to the last, and whether it holds its steps. So two languages that differ in coverage
/// alone tell of the same paths and values.
/// </summary>
public sealed class DocumentSampler
{
    private readonly ChainLanguage language;
    private readonly Categorical lengths;
    private readonly int[][][] paths;
    private readonly Categorical[] tables;

    /// <summary>A sampler of a language.</summary>
    public DocumentSampler(ChainLanguage language)
    {
        this.language = language;
        paths = [.. Enumerable.Range(1, language.MostSteps).Select(Paths)];
        lengths = new(LengthProbabilities(language), language.MostSteps);
        var world = language.World;
        tables = [.. Enumerable.Range(0, world.Nodes).Select(node => new Categorical(world.Table(node), world.Values))];
    }

    /// <summary>A document.</summary>
    public Document Draw(int index, string split, ref PhiloxStream draws)
    {
        var ofLength = paths[lengths.Draw(0, draws.UniformDouble())];
        var stated = ofLength[draws.Below(ofLength.Length)];
        Span<int> values = stackalloc int[language.World.Nodes];
        Values(values, ref draws);
        var holdsSteps = draws.UniformDouble() < language.Coverage;
        int[] told = holdsSteps ? stated : [stated[0], stated[^1]];
        var text = new char[1 + (2 * told.Length)];
        text[0] = ChainAlphabet.Letter(told[^1]);
        for (var i = 0; i < told.Length; i++)
        {
            text[1 + (2 * i)] = ChainAlphabet.Letter(told[i]);
            text[2 + (2 * i)] = ChainAlphabet.Digit(values[told[i]]);
        }

        return new(
            index, split, new(text), $"{ChainAlphabet.Letter(told[0])}", $"{ChainAlphabet.Letter(told[^1])}",
            language.World.Routes.Distance(told[0], told[^1]), holdsSteps);
    }

    /// <summary>Fills a value for every node, from the joint distribution of the world.</summary>
    private void Values(Span<int> values, ref PhiloxStream draws)
    {
        for (var node = 0; node < values.Length; node++)
            values[node] = tables[node].Draw(language.World.RowIndex(node, values), draws.UniformDouble());
    }

    /// <summary>What documents state of each path of that many steps, in both directions.</summary>
    private int[][] Paths(int steps) =>
        [.. language.World.Routes.Pairs(steps).SelectMany(pair => new[] { language.Stated(pair.First, pair.Second), language.Stated(pair.Second, pair.First) })];

    private static double[] LengthProbabilities(ChainLanguage language)
    {
        var probabilities = new double[language.MostSteps];
        double weight = 1, sum = 0;
        for (var i = 0; i < probabilities.Length; i++, weight *= language.Locality) sum += probabilities[i] = weight;
        for (var i = 0; i < probabilities.Length; i++) probabilities[i] /= sum;
        return probabilities;
    }
}
