namespace Research.Reporting.Tests.Fixture;

// The tables that the templates query, as the stage Evaluation writes them.

public sealed record DensityRow(
    string Language, string Reading, double Noise, int Seed, int Step, long Tokens, double Loss, double Optimum, double Deviation, double? ReleasedDeviation);

public sealed record SparsityRow(
    string Language, string Reading, double Noise, int Length, int Messages, double Peaked, double Low, double High, double Peak, double Entropy);

public sealed record UnderstandingRow(
    string Language, string Reading, double Noise, int Seed, string Protocol, int Length, int Prompt,
    double Epsilon, double OracleGap, double ModelGap, double OracleKl, double ModelKl);

public sealed record IclRow(
    string Language, string Reading, double Noise, int Seed, int Examples, int Trial, double Epsilon, double OracleKl, double SharedKl, double ModelKl,
    double? Bound);

public sealed record OverlapAmbiguityRow(
    double Overlap, int Letters, int Messages, int Tuples, double MeanAmbiguity, double AmbiguityError, double MeanProduct, int ProductViolations,
    int OddsViolations);

public sealed record SparsityViolationRow(
    double Overlap, int Seed, string Task, int Count, int Trial, double Epsilon, double ModelKl, double ExactKl, double? ToldKl, double? UninformedKl);

public sealed record NewIntentionRow(
    string Language, string Reading, double Noise, int Seed, string Kind, int Trial, int Examples, int Letters,
    double ModelToMixture, double ModelToTruth, double MixtureToTruth, double LearnerToTruth, double TopMass);

public sealed record ProductBoundRow(
    string Language, string Reading, double Noise, int Letters, int Messages, int Tuples, int ProductViolations, int OddsViolations, double MeanEpsilon);

public sealed record ScaleRow(
    string Language, string Reading, double Noise, int Layers, int Width, int Messages, int Seed, int Step, long Tokens, double Gap,
    double ModelFirst, double ModelLast, double ExactFirst, double ExactLast, double Unread, double Ability, double Gain);

public sealed record GincPromptRow(
    int Seed, string Concepts, int Length, int Examples, string Model, bool ModelCorrect, bool ExactCorrect, bool ToldCorrect);

public sealed record GincCourseRow(int Seed, long Tokens, double Loss, double Optimum, int Prompts, int Correct);

public sealed record ChainOfThoughtRow(
    string Language, string Topology, double Coverage, string Model, int Seed, string Condition, int Value, string Target, int Steps, bool HeldOut,
    string Estimator, double Kl, bool Agrees, double? Reached);

public sealed record StepInformationRow(
    string Topology, string Condition, string Target, int Steps, bool HeldOut, double FromStart, double FromSteps, double Lower, string Instance,
    double Probability, double WithSteps, double WithoutSteps, double OwnSteps);

public sealed record TuningCourseRow(
    string Method, int Seed, int Step, int Prompts, double Answer, double HeldOutAnswer, double HeldOutDistance,
    double PromptChange, double AnswerChange, double HeldOutChange);

public sealed record ToyRow(
    double Parameters, int Length, double Loss, double Correct, double Accuracy, double Shown, double EditDistance, double Grade, double Brier);

public sealed record VisionScoreRow(
    string Family, string Images, string Metric, int Rank, double? Threshold, int Size, int Parameters, int Seed, double Value, double? Progress);

public sealed record VisionPictureRow(int Image, int Label, int Units, double SquaredError, int Y, int X, double Ink);
public sealed record ArithmeticRow(
    string Model, long Parameters, int Seed, int Step, bool IsFinal, double Loss, string Task, int Length, int Item, int Exact, int EditDistance,
    double LogLikelihood, double Probability, int Grade, double Brier);

public sealed record ArithmeticResolutionRow(long Parameters, int Seed, string Task, int Length, int Tried, double Probability, double PassUntil);

public sealed record ArithmeticLossCurveRow(string Task, int Length, string Metric, string Kind, double Loss, double Ability);

public sealed record ArithmeticChainRow(int Seed, string Task, int Length, int Item, string Link, double Pearson, double Spearman, double Kendall);

public sealed record SweepCurveRow(
    string Task, int Length, int Seed, string Metric, string Shape, int Sizes, string Flag, double? Score, double? Walk95, bool Jumps);
