using Research.Jobs;
using Research.Numerics;

namespace Research.Mirage.Toy;

/// <summary>
/// A family of imagined models (Schaeffer, Miranda and Koyejo 2023, section 2). The paper gives neither the constants nor
/// the sizes behind its figure 2; the defaults are our choice.
/// </summary>
/// <param name="Scale">The constant c of the loss (N / c)^alpha, in parameters; positive.</param>
/// <param name="Exponent">The constant alpha; below 0, so that loss falls with size.</param>
/// <param name="FirstDecade">log10 of the smallest number of parameters.</param>
/// <param name="LastDecade">log10 of the largest; above <paramref name="FirstDecade"/>.</param>
/// <param name="ModelsPerDecade">Models in each factor of ten, at least 1.</param>
/// <param name="LongestTarget">Most tokens of a target, at least 1.</param>
/// <param name="Options">Options of a multiple-choice question, at least 2; all but the right one are equally likely.</param>
/// <param name="Items">Items of the test set whose resolution is shown, at least 1.</param>
public sealed record ToySpec(
    double Scale = 1e8,
    double Exponent = -0.5,
    int FirstDecade = 7,
    int LastDecade = 12,
    int ModelsPerDecade = 2,
    int LongestTarget = 5,
    int Options = 4,
    int Items = 100)
{
    /// <summary>Numbers of parameters N, ascending.</summary>
    public IReadOnlyList<double> Sizes => [.. Enumerable.Range(0, ((LastDecade - FirstDecade) * ModelsPerDecade) + 1)
        .Select(step => Elementary.Pow(10, FirstDecade + (step / (double)ModelsPerDecade)))];

    /// <summary>Checks every parameter.</summary>
    /// <returns>This specification.</returns>
    /// <exception cref="InputException">A parameter is out of its range.</exception>
    public ToySpec Validate()
    {
        Require(Scale > 0 && double.IsFinite(Scale), $"Scale is {Scale}", "Give a positive number of parameters.");
        Require(Exponent < 0 && double.IsFinite(Exponent), $"Exponent is {Exponent}", "Give a number below 0: the paper's alpha is negative.");
        Require(FirstDecade >= 0 && LastDecade is > 0 and <= 30 && LastDecade > FirstDecade, $"sizes go from 10^{FirstDecade} to 10^{LastDecade}", "Let them ascend, up to 10^30.");
        Require(ModelsPerDecade >= 1, $"ModelsPerDecade is {ModelsPerDecade}", "Give 1 or more.");
        Require(LongestTarget >= 1, $"LongestTarget is {LongestTarget}", "Give 1 or more.");
        Require(Options >= 2, $"Options is {Options}", "Give 2 or more.");
        Require(Items >= 1, $"Items is {Items}", "Give 1 or more.");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => "toy";

    private void Require(bool condition, string what, string remedy)
    {
        if (!condition) throw new InputException(what, ToString(), remedy);
    }
}
