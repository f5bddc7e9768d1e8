using Research.Jobs;
using Research.Pipeline.Verification;

namespace Research.Pipeline.Dsl;

/// <summary>What a target's definition says, collected while its fluent chain runs.</summary>
/// <param name="name">The name of the property.</param>
/// <param name="definition">The property's delegate; equal delegates mean the same target.</param>
internal sealed class TargetDeclaration(string name, Delegate definition)
{
    public string Name { get; } = name;

    public Delegate Definition { get; } = definition;

    public string Description { get; set; } = "";

    public bool IsUnlisted { get; set; }

    public List<Delegate> Dependencies { get; } = [];

    public List<Delegate> OrderedAfter { get; } = [];

    /// <summary>Most cores a job can use well.</summary>
    public int Cores { get; set; } = 1;

    /// <summary>
    /// Folder of the materialized artifacts below the profile's; null for the target's name in kebab-case.
    /// </summary>
    public string? Folder { get; set; }

    /// <summary>One per job; null while <c>ForEach</c> was not called.</summary>
    public IReadOnlyList<object>? Items { get; set; }

    /// <summary>One per <c>From</c>: binds the input to an item.</summary>
    public List<Func<object, BoundInput>> Inputs { get; } = [];

    public StageFunction? Stage { get; set; }

    /// <summary>The body of a verb.</summary>
    public Func<Task>? Action { get; set; }

    /// <summary>The verb looks at the jobs of other targets from outside, instead of running with them.</summary>
    public VerificationSpec? Verification { get; set; }

    /// <summary>Checked before anything runs.</summary>
    public List<SkipCondition> StaticConditions { get; } = [];

    /// <summary>Checked just before the verb would run.</summary>
    public List<SkipCondition> DynamicConditions { get; } = [];

    public bool ProceedsAfterFailure { get; set; }

    public bool PrintsResult { get; set; }

    public bool IsVerb => Definition is Target;

    public void SetStage(Delegate stage, Action<object, object[], string, JobContext> invoke)
    {
        if (Stage is not null)
            throw new InputException(
                "Runs(...) is called twice", $"target {Name}", "Give the target one stage function.");
        Stage = new StageFunction(stage.Method, invoke);
    }

    /// <summary>Sees that the definition is complete.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public void Check()
    {
        if (IsVerb && Action is null && Dependencies.Count == 0)
            throw Incomplete("neither Executes(...) nor DependsOn(...)", "Say what it does.");
        if (!IsVerb && Items is null)
            throw Incomplete("no ForEach(...)", "Name the items; one item makes one job.");
        if (!IsVerb && Stage is null)
            throw Incomplete("no Runs(...)", "Name the stage's function.");
    }

    private InputException Incomplete(string what, string remedy) =>
        new($"the definition has {what}", $"target {Name}", remedy);
}
