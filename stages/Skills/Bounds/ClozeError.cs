using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.Bounds;

/// <summary>How often a two-way cloze question is answered wrongly where the model has an excess entropy, in nats.</summary>
public static class ClozeError
{
    /// <summary>sqrt(2 epsilon), as Arora &amp; Goyal 2023, Theorem 3 print it; at most 1.</summary>
    /// <exception cref="InputException">The excess is negative.</exception>
    public static double Printed(double excess) => AtMostOne(Math.Sqrt(2 * Range.NotNegative(excess, "excess entropy")));

    /// <summary>
    /// sqrt(epsilon / 2): Pinsker's bound of the difference in probability of one answer, half the printed one; at most 1.
    /// </summary>
    /// <exception cref="InputException">The excess is negative.</exception>
    public static double Pinsker(double excess) => AtMostOne(Math.Sqrt(0.5 * Range.NotNegative(excess, "excess entropy")));

    /// <summary>1 - e^-epsilon: exact where the text leaves one answer only (derived here).</summary>
    /// <exception cref="InputException">The excess is negative.</exception>
    public static double Deterministic(double excess) => -Elementary.Expm1(-Range.NotNegative(excess, "excess entropy"));

    /// <summary>
    /// The largest difference |p - q| of any two coins with KL(p || q) = epsilon, on a grid of p: what the bounds bound.
    /// </summary>
    /// <param name="excess">epsilon, above 0.</param>
    /// <param name="cells">Cells of the grid.</param>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public static double Largest(double excess, int cells = 1000)
    {
        Range.Positive(excess, "excess entropy");
        Range.Between(cells, 2, 1_000_000, "cells of the grid");
        var largest = Deterministic(excess);
        for (var cell = 1; cell < cells; cell++)
        {
            // By symmetry q below p suffices; KL falls from infinity at q = 0 to 0 at q = p. Where q is too small for a double, p - q is p.
            var p = (double)cell / cells;
            var q = Information.Divergence(p, double.Epsilon) > excess
                ? BracketedRoot.Find(q => Information.Divergence(p, q) - excess, double.Epsilon, p)
                : 0;
            if (p - q > largest) largest = p - q;
        }

        return largest;
    }

    private static double AtMostOne(double value) => value < 1 ? value : 1;
}
