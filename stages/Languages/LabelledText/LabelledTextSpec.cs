namespace Research.Languages.LabelledText;

/// <summary>How a user's labelled text is imported. The file itself is an input, known by its content.</summary>
/// <param name="LowerCase">Whether texts are changed to lower case. Nothing else is: Unicode stays as it is.</param>
/// <param name="HeldOut">Share of the different texts of each label that no model sees; between 0 and 1.</param>
/// <param name="LeastTexts">How many different texts a label must have; those with fewer are dropped. At least 2.</param>
public sealed record LabelledTextSpec(bool LowerCase, double HeldOut = 0.2, int LeastTexts = 20)
{
    /// <inheritdoc/>
    public override string ToString() => LowerCase ? "labelled text, lower case" : "labelled text";
}
