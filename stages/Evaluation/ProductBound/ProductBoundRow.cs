using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.ProductBound;

/// <summary>
/// How the ambiguity of several messages of one intention relates to that of each (Jiang 2023, Proposition 1).
/// </summary>
/// <param name="Language">Label of the language.</param>
/// <param name="Reading">The language's reading.</param>
/// <param name="Noise">The language's noise e.</param>
/// <param name="Letters">Letters of each message.</param>
/// <param name="Messages">Number m of messages in a tuple.</param>
/// <param name="Tuples">How many tuples were drawn.</param>
/// <param name="ProductViolations">
/// Tuples whose ambiguity exceeds the product of the single ones (relative margin 1e-9).
/// </param>
/// <param name="OddsViolations">
/// Tuples whose ambiguity exceeds P / (1 + P), P the product of the odds (same margin).
/// </param>
/// <param name="MeanAmbiguity">Mean epsilon(x_1, ..., x_m).</param>
/// <param name="AmbiguityError">Standard error of that mean.</param>
/// <param name="MeanProduct">Mean product of the single ambiguities.</param>
/// <param name="MeanOddsBound">Mean corrected bound.</param>
/// <param name="LargestExcess">Largest ratio of the ambiguity to the product over all tuples.</param>
public sealed record ProductBoundRow(
    string Language,
    Reading Reading,
    double Noise,
    int Letters,
    int Messages,
    int Tuples,
    int ProductViolations,
    int OddsViolations,
    double MeanAmbiguity,
    double AmbiguityError,
    double MeanProduct,
    double MeanOddsBound,
    double LargestExcess);
