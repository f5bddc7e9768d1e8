using Research.Numerics;

namespace Research.Mirage.Toy;

/// <summary>
/// The paper's mathematical model of emergence (Schaeffer, Miranda and Koyejo 2023, section 2 and appendix A): loss per
/// token is a power law of size, tokens are right independently of one another, and metrics follow from that. Two of the
/// appendix's formulas are corrected: with an error probability e per token the edit distance is about L e, not L (1 - e)
/// (eqs. 9 and 10), and the accuracy over N items is a multiple of 1/N, not of 1/(N L) (eq. 19).
/// </summary>
public static class ToyModel
{
    /// <summary>Cross-entropy per token in nats: (N / c)^alpha, alpha below 0.</summary>
    public static double Loss(double parameters, double scale, double exponent) => Elementary.Pow(parameters / scale, exponent);

    /// <summary>Probability of the right token: the target is one-hot, so the loss is its negative logarithm.</summary>
    public static double Correct(double loss) => Elementary.Exp(-loss);

    /// <summary>Accuracy of targets of so many tokens, all of which have to be right: p^L.</summary>
    public static double Accuracy(double loss, int length) => Elementary.Exp(-length * loss);

    /// <summary>Expected token edit distance of targets of so many tokens, substitutions only: L (1 - p).</summary>
    public static double EditDistance(double correct, int length) => length * (1 - correct);

    /// <summary>
    /// Multiple-choice grade where the rest of the mass is spread evenly over the other options: 1 if p is above each of
    /// theirs, else 0. Our definition: the paper has none.
    /// </summary>
    public static double Grade(double correct, int options) => correct > (1 - correct) / (options - 1) ? 1 : 0;

    /// <summary>
    /// Brier score over all options with the rest of the mass spread evenly: (1 - p)^2 + (K - 1) ((1 - p) / (K - 1))^2. Our
    /// definition: the paper has none.
    /// </summary>
    public static double Brier(double correct, int options)
    {
        var other = (1 - correct) / (options - 1);
        return ((1 - correct) * (1 - correct)) + ((options - 1) * other * other);
    }

    /// <summary>The nearest multiple of 1 / items, halves upwards: what a test set of so many items can show.</summary>
    public static double Rounded(double share, int items) => Math.Floor((share * items) + 0.5) / items;
}
