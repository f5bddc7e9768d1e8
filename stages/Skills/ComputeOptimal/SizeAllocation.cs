using System.Globalization;
using Research.Jobs;

namespace Research.Skills.ComputeOptimal;

/// <summary>
/// How a budget R T = C is best divided between concepts that a model can hold, R, and texts that it reads, T (Nayak &amp;
/// Varshney 2024).
/// </summary>
/// <param name="Budget">C, at least 36.</param>
/// <param name="Signs">Signs of the finite-length law.</param>
/// <param name="ConceptsOfText">d_t, mean learnable concepts of a text.</param>
/// <param name="Erasure">epsilon, share of all concepts that is to be learned.</param>
public sealed record SizeAllocation(double Budget, ScalingSigns Signs, double ConceptsOfText = 6, double Erasure = 0.5)
{
    private const double LeastShare = 0.2;
    private const double MostShare = 0.6;
    private const int Cells = 80;

    /// <summary>Concepts that are expected to be learned, R (1 - P_b / epsilon).</summary>
    /// <param name="concepts">R.</param>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public double Learned(double concepts) => concepts * (1 - LawAt(concepts).Erased(concepts / Erasure, Erasure) / Erasure);

    /// <summary>The law at R concepts and C / R texts.</summary>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public FiniteLengthLaw LawAt(double concepts) =>
        new(new ConceptTextEnsemble(Budget / concepts, concepts, ConceptsOfText, Erasure), Signs);

    /// <summary>R*: the concepts in [0.2, 0.6] sqrt(C) of which most are learned.</summary>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public double BestConcepts()
    {
        if (!(Budget >= 36 && double.IsFinite(Budget)))
        {
            throw new InputException(
                string.Create(CultureInfo.InvariantCulture, $"{Budget} is out of range: it is at least 36 and finite"), "budget", "Give a larger budget.");
        }

        var root = Math.Sqrt(Budget);
        var (first, last) = (LeastShare * root, MostShare * root);
        if (first < 1) first = 1;
        var (best, most) = (0, double.NegativeInfinity);
        for (var cell = 0; cell <= Cells; cell++)
        {
            var learned = Learned(At(cell));
            if (learned > most) (best, most) = (cell, learned);
        }

        return GoldenSection(At(best > 0 ? best - 1 : 0), At(best < Cells ? best + 1 : Cells));

        double At(int cell) => first + ((last - first) * cell / Cells);
    }

    /// <summary>The place of the maximum between two others, by Kiefer's golden section, to nine digits.</summary>
    private double GoldenSection(double low, double high)
    {
        const double Golden = 0.6180339887498949;
        var (a, b) = (high - Golden * (high - low), low + Golden * (high - low));
        var (atA, atB) = (Learned(a), Learned(b));
        while (high - low > 1e-9 * high)
        {
            if (atA > atB)
            {
                (high, b, atB) = (b, a, atA);
                a = high - Golden * (high - low);
                atA = Learned(a);
            }
            else
            {
                (low, a, atA) = (a, b, atB);
                b = low + Golden * (high - low);
                atB = Learned(b);
            }
        }

        return 0.5 * (low + high);
    }
}
