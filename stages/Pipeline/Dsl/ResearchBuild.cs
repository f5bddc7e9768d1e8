namespace Research.Pipeline.Dsl;

/// <summary>x</summary>
public abstract class ResearchBuild {
/// <summary>x</summary>
protected const int AllCores = int.MaxValue; }
