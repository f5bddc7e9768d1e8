using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.ComputeOptimal;

/// <summary>
/// Concepts and texts (Nayak &amp; Varshney 2024, as in the authors' code): each of T texts needs each of R / epsilon concepts with
/// probability p = min(1, d_t / R), independently. Powers are evaluated as exp(k ln(1 - p (1 - x))): as products of x they
/// lose the digits that matter once T is large.
/// </summary>
public sealed class ConceptTextEnsemble : ICodeEnsemble
{
    private readonly double p;
    private readonly double texts;
    private readonly double concepts;

    /// <summary>The ensemble; neither texts nor concepts need be whole.</summary>
    /// <param name="texts">T, above 1.</param>
    /// <param name="learnable">R, learnable concepts, at least 1.</param>
    /// <param name="conceptsOfText">d_t, mean learnable concepts of a text, above 0.</param>
    /// <param name="erasure">epsilon, share of all concepts that is to be learned, in (0, 1].</param>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public ConceptTextEnsemble(double texts, double learnable, double conceptsOfText = 6, double erasure = 0.5)
    {
        if (!(texts > 1 && double.IsFinite(texts)))
            throw new InputException($"{texts} texts are too few, or not a number", "texts", "Give more than one.");
        if (!(learnable >= 1 && double.IsFinite(learnable)))
            throw new InputException($"{learnable} learnable concepts are too few, or not a number", "concepts", "Give at least one.");
        Range.Positive(conceptsOfText, "mean concepts of a text");
        Range.Share(erasure, "share of concepts to be learned");
        (this.texts, concepts) = (texts, learnable / erasure);
        p = conceptsOfText < learnable ? conceptsOfText / learnable : 1;
    }

    /// <inheritdoc/>
    public double MeanDegree => texts * p / (1 - Power(0, texts));

    /// <inheritdoc/>
    public double Variable(double x) => Power(x, texts - 1);

    /// <inheritdoc/>
    public double VariableSlope(double x) => (texts - 1) * p * Power(x, texts - 2);

    /// <inheritdoc/>
    public double Check(double x) => Power(x, concepts - 1);

    /// <inheritdoc/>
    public double CheckSlope(double x) => (concepts - 1) * p * Power(x, concepts - 2);

    /// <inheritdoc/>
    public double Node(double x) => (Power(x, texts) - Power(0, texts)) / (1 - Power(0, texts));

    /// <summary>(1 - p (1 - x))^k.</summary>
    private double Power(double x, double k) => Elementary.Exp(k * Elementary.Log1p(-p * (1 - x)));
}
