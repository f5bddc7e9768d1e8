namespace Research.Evaluation.SparsityViolation;

/// <summary>Exact ambiguity of messages of a language whose intentions overlap.</summary>
/// <param name="Overlap">The language's overlap o.</param>
/// <param name="Letters">Letters of each message.</param>
/// <param name="Messages">Number m of messages in a tuple.</param>
/// <param name="Tuples">How many tuples were drawn.</param>
/// <param name="MeanAmbiguity">Mean epsilon(x_1, ..., x_m).</param>
/// <param name="AmbiguityError">Standard error of that mean.</param>
/// <param name="MeanProduct">Mean product of the single ambiguities.</param>
/// <param name="ProductViolations">Tuples whose ambiguity exceeds the product (relative margin 1e-9).</param>
/// <param name="OddsViolations">Tuples whose ambiguity exceeds the corrected bound (same margin).</param>
public sealed record OverlapAmbiguityRow(
    double Overlap,
    int Letters,
    int Messages,
    int Tuples,
    double MeanAmbiguity,
    double AmbiguityError,
    double MeanProduct,
    int ProductViolations,
    int OddsViolations);
