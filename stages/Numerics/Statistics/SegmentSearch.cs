namespace Research.Numerics.Statistics;

/// <summary>Breaks at places of a grid, with the least squares they allow.</summary>
/// <param name="Places">The breaks' places in the grid, ascending.</param>
/// <param name="Coefficients">Of 1, x and the hinges.</param>
/// <param name="Residual">Sum of the squared residuals; rounding may leave it just below 0.</param>
internal sealed record SegmentChoice(int[] Places, double[] Coefficients, double Residual);

/// <summary>
/// Tries all choices of breaks. The normal equations are solved by Cholesky's factorization, which a new break extends
/// by one row, so that choices with a common beginning share its work.
/// </summary>
internal sealed class SegmentSearch
{
    /// <summary>A basis function with less than this share of its square left is a sum of those before it.</summary>
    private const double Dependent = 1e-10;

    private readonly SegmentSums sums;
    private readonly int gridLength;
    private readonly double least;
    private readonly int[] basis;
    private readonly double[,] factor;
    private readonly double[] solved;

    /// <summary>Searches; the first of equally good choices wins.</summary>
    public SegmentSearch(SegmentSums sums, double[] grid, double least, int breaks)
    {
        (this.sums, gridLength, this.least) = (sums, grid.Length, least);
        basis = new int[breaks + 2];
        factor = new double[breaks + 2, breaks + 2];
        solved = new double[breaks + 2];
        if (Extend(0, 0) && Extend(1, 1)) Visit(2, -1, sums.Spread - Square(0) - Square(1));
    }

    /// <summary>The best choice; null if none leaves enough points in each segment.</summary>
    public SegmentChoice? Best { get; private set; }

    private void Visit(int row, int previous, double residual)
    {
        if (row == basis.Length)
        {
            if (sums.WeightBeyond(previous) >= least && (Best is null || residual < Best.Residual))
                Best = new([.. basis.Skip(2).Select(function => function - 2)], Coefficients(), residual);
            return;
        }

        for (var place = previous + 1; place < gridLength; place++)
        {
            if (sums.WeightBeyond(previous) - sums.WeightBeyond(place) < least) continue;
            if (sums.WeightBeyond(place) < least) return;
            if (Extend(row, place + 2)) Visit(row + 1, place, residual - Square(row));
        }
    }

    /// <summary>Takes a basis function as the factor's next row; false if it adds nothing to those before.</summary>
    private bool Extend(int row, int function)
    {
        basis[row] = function;
        for (var column = 0; column < row; column++)
        {
            var entry = sums.Product(basis[column], function);
            for (var k = 0; k < column; k++) entry -= factor[row, k] * factor[column, k];
            factor[row, column] = entry / factor[column, column];
        }

        double square = sums.Product(function, function), left = square, target = sums.ProductWithY(function);
        for (var k = 0; k < row; k++)
        {
            left -= factor[row, k] * factor[row, k];
            target -= factor[row, k] * solved[k];
        }

        if (!(left > Dependent * square)) return false;
        factor[row, row] = Math.Sqrt(left);
        solved[row] = target / factor[row, row];
        return true;
    }

    private double Square(int row) => solved[row] * solved[row];

    private double[] Coefficients()
    {
        var coefficients = new double[basis.Length];
        for (var row = basis.Length - 1; row >= 0; row--)
        {
            var value = solved[row];
            for (var k = row + 1; k < basis.Length; k++) value -= factor[k, row] * coefficients[k];
            coefficients[row] = value / factor[row, row];
        }

        return coefficients;
    }
}
