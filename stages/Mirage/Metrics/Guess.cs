namespace Research.Mirage.Metrics;

/// <summary>The question that a model without any knowledge answers, for a metric's chance level: it guesses evenly.</summary>
/// <param name="Choices">Options of a multiple-choice question, at least 1.</param>
/// <param name="Vocabulary">Tokens that an answer may consist of, at least 1.</param>
/// <param name="Length">Tokens of an answer, or parts of a subset, at least 1; the guess has as many.</param>
public readonly record struct Guess(int Choices, int Vocabulary, int Length);
