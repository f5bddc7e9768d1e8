using System.Runtime.CompilerServices;

namespace Research.Pipeline.Dsl;

/// <summary>The definition of a plain verb.</summary>
public sealed class TargetDefinition : Definition<TargetDefinition>
{
    internal TargetDefinition(TargetDeclaration declaration)
        : base(declaration)
    {
    }

    /// <summary>What the verb does.</summary>
    public TargetDefinition Executes(Action action) => Executes(() =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <inheritdoc cref="Executes(Action)"/>
    public TargetDefinition Executes(Func<Task> action)
    {
        Declaration.Action = action;
        return this;
    }

    /// <summary>Skips the verb, and what only it depends on, unless the condition holds before anything runs.</summary>
    public TargetDefinition OnlyWhenStatic(
        Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        Declaration.StaticConditions.Add(new SkipCondition(condition, text));
        return this;
    }

    /// <summary>Skips the verb unless the condition holds when its turn comes.</summary>
    public TargetDefinition OnlyWhenDynamic(
        Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        Declaration.DynamicConditions.Add(new SkipCondition(condition, text));
        return this;
    }

    /// <summary>Lets the targets after it run although it failed. The run has failed nevertheless.</summary>
    public TargetDefinition ProceedAfterFailure()
    {
        Declaration.ProceedsAfterFailure = true;
        return this;
    }

    /// <summary>
    /// What the verb prints is the product: when it is the only verb of the run, standard output holds nothing else,
    /// and what the engine has to say goes to standard error.
    /// </summary>
    public TargetDefinition PrintsResult()
    {
        Declaration.PrintsResult = true;
        return this;
    }
}
