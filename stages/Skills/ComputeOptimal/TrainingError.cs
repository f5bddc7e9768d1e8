using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.ComputeOptimal;

/// <summary>Training texts with two concepts or more that are not learned (Nayak &amp; Varshney 2024, as in the authors' code).</summary>
public static class TrainingError
{
    /// <summary>1 - (1 - p d)^(R - 1) (1 + p R d) with p = d_t / R: the code's form.</summary>
    /// <param name="unlearned">d, share of the learnable concepts that is not learned, in [0, 1].</param>
    /// <param name="concepts">R, above d_t.</param>
    /// <param name="conceptsOfText">d_t, above 0.</param>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public static double Of(double unlearned, double concepts, double conceptsOfText = 6)
    {
        if (!(Range.NotNegative(unlearned, "share of unlearned concepts") <= 1))
            throw new InputException($"{unlearned} is above 1", "share of unlearned concepts", "Give a share.");
        Range.Positive(conceptsOfText, "mean concepts of a text");
        if (!(concepts > conceptsOfText))
            throw new InputException($"{concepts} concepts are not more than the {conceptsOfText} of a text", "concepts", "Give more.");
        var pd = conceptsOfText / concepts * unlearned;
        return 1 - Elementary.Exp((concepts - 1) * Elementary.Log1p(-pd)) * (1 + pd * concepts);
    }

    /// <summary>The excess entropy that such an error implies at least: P_e^2 / 2, in nats (Pinsker).</summary>
    /// <exception cref="InputException">The error is negative.</exception>
    public static double LeastExcess(double error) => 0.5 * Range.NotNegative(error, "training error") * error;
}
