using Research.Languages.SkillTexts;

namespace Research.Skills.Learned;

/// <summary>What a model makes of texts of one kind and size, at one moment of its training.</summary>
/// <param name="Language">Name of the language.</param>
/// <param name="Answer">How its texts answer.</param>
/// <param name="Load">c, mean skills of a training text.</param>
/// <param name="Ratio">R, training texts for each skill.</param>
/// <param name="Skills">S, skills of the language.</param>
/// <param name="HeldOut">Share of the pairs of skills that no training text names together.</param>
/// <param name="Width">Width of the model.</param>
/// <param name="Seed">Seed of the training, of the language and of the texts.</param>
/// <param name="Step">Optimizer steps done.</param>
/// <param name="Tokens">Symbols trained on until then, repetitions counted.</param>
/// <param name="Kind">What the texts have to do with the training texts.</param>
/// <param name="Size">Skills of these texts.</param>
/// <param name="Texts">Number of these texts.</param>
/// <param name="Correct">How many of them the model answers right.</param>
/// <param name="Failed">How many of them have a loss of at least 1/2 nat.</param>
/// <param name="Loss">Mean loss of their answers, nats a text; all of it is excess.</param>
/// <param name="Guessing">Mean probability that a reader who guesses answers them right.</param>
/// <param name="OneSkill">The same of the 1-skill learner.</param>
/// <param name="Counting">The same of the counting reader.</param>
/// <param name="Linear">The same of the linear reader.</param>
/// <param name="Occurring">The same of a reader who knows every skill that occurs.</param>
public sealed record LearnedTextsRow(
    string Language,
    AnswerForm Answer,
    double Load,
    double Ratio,
    int Skills,
    double HeldOut,
    int Width,
    int Seed,
    int Step,
    long Tokens,
    TextKind Kind,
    int Size,
    int Texts,
    int Correct,
    int Failed,
    double Loss,
    double Guessing,
    double OneSkill,
    double Counting,
    double Linear,
    double Occurring);
