using System.Runtime.CompilerServices;
using Research.Jobs;
using Research.Pipeline.Verification;

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

    /// <summary>
    /// The verb runs cached jobs again, from scratch, and compares what they write with the store, which it leaves as it is: the jobs of
    /// the targets named beside it on the command line, or of the default target, with all that these need.
    /// </summary>
    /// <param name="sample">How many of the jobs, picked by chance, at least 1; null for all.</param>
    /// <param name="seed">Picks the same jobs again; null for a seed that nobody can foresee.</param>
    /// <param name="formats">The file formats whose differences are to be told in their own terms.</param>
    public TargetDefinition Verifies(int? sample, string? seed, params IReadOnlyList<IFileDifference> formats)
    {
        Declaration.Verification = new VerificationSpec(sample, seed, formats);
        return Executes(() => throw new InputException(
            "it looks at other targets' jobs and takes no part in a run", $"target {Declaration.Name}", "Let no target depend on it."));
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
