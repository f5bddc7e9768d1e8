namespace Research.Skills.Learned;

/// <summary>What an abstract reader knows after so many texts.</summary>
/// <param name="Load">c, mean skills of a text.</param>
/// <param name="Seed">Seed of the language and of the fresh texts.</param>
/// <param name="Ratio">R, texts for each skill.</param>
/// <param name="Reader">Which reader.</param>
/// <param name="Learned">Share of the skills that it knows.</param>
/// <param name="Success">Mean probability that it answers a fresh text right; it guesses what it does not know.</param>
/// <param name="Ability">(Success - guessing) / (1 - guessing): 0 for a reader who knows nothing, 1 for one who knows all.</param>
public sealed record ReaderCurveRow(
    double Load, int Seed, double Ratio, AbstractReader Reader, double Learned, double Success, double Ability);
