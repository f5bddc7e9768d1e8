namespace Research.Numerics.Statistics;

/// <summary>
/// Weighted sums over points and over those beyond each place of a grid, from which the normal equations of any choice
/// of breaks follow. Places are counted from the center of x, values from the mean of y, to keep digits.
/// </summary>
internal sealed class SegmentSums
{
    private readonly double[] places;
    private readonly Sums all;
    private readonly Sums[] beyond;

    /// <summary>Adds the points up; x and the grid ascend.</summary>
    public SegmentSums(double[] x, double[] y, double[] weights, double[] grid)
    {
        Center = 0.5 * (x[0] + x[^1]);
        double weight = 0, weighted = 0;
        for (var i = 0; i < x.Length; i++)
        {
            weight += weights[i];
            weighted = Math.FusedMultiplyAdd(weights[i], y[i], weighted);
        }

        Level = weighted / weight;
        places = Array.ConvertAll(grid, place => place - Center);
        beyond = new Sums[grid.Length];
        var next = x.Length - 1;
        for (var k = grid.Length - 1; k >= 0; k--)
        {
            for (; next >= 0 && x[next] > grid[k]; next--) all.Add(x[next] - Center, y[next] - Level, weights[next]);
            beyond[k] = all;
        }

        for (; next >= 0; next--) all.Add(x[next] - Center, y[next] - Level, weights[next]);
    }

    /// <summary>Where places are counted from.</summary>
    public double Center { get; }

    /// <summary>Where values are counted from: their weighted mean.</summary>
    public double Level { get; }

    /// <summary>Sum of all weights.</summary>
    public double Weight => all.W;

    /// <summary>Sum of the weighted squares of y about its mean.</summary>
    public double Spread => all.Wyy;

    /// <summary>Weight of the points beyond a place of the grid; of all for -1, of none for the grid's length.</summary>
    public double WeightBeyond(int place) => place < 0 ? all.W : place < beyond.Length ? beyond[place].W : 0;

    /// <summary>
    /// Product of two basis functions summed over the points: 0 is 1, 1 is x, k + 2 the hinge at place k of the grid;
    /// <paramref name="a"/> is at most <paramref name="b"/>.
    /// </summary>
    public double Product(int a, int b)
    {
        if (b == 0) return all.W;
        if (b == 1) return a == 0 ? all.Wx : all.Wxx;
        ref readonly var sums = ref beyond[b - 2];
        var place = places[b - 2];
        if (a == 0) return sums.Wx - (place * sums.W);
        if (a == 1) return sums.Wxx - (place * sums.Wx);
        var lower = places[a - 2];
        return sums.Wxx - ((lower + place) * sums.Wx) + (lower * place * sums.W);
    }

    /// <summary>Product of a basis function and y summed over the points.</summary>
    public double ProductWithY(int a) => a switch
    {
        0 => all.Wy,
        1 => all.Wxy,
        _ => beyond[a - 2].Wxy - (places[a - 2] * beyond[a - 2].Wy),
    };

    private struct Sums
    {
        public double W, Wx, Wxx, Wy, Wxy, Wyy;

        public void Add(double x, double y, double weight)
        {
            W += weight;
            Wx += weight * x;
            Wxx += weight * x * x;
            Wy += weight * y;
            Wxy += weight * x * y;
            Wyy += weight * y * y;
        }
    }
}
