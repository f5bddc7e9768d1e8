using System.Collections;
using System.Reflection;
using Research.Learning;
using Research.Pipeline.Dsl;

namespace Research.Architecture.Tests;

/// <summary>A target that trains cannot be forgotten in the lists of those that <c>Audit</c> and <c>Publish-Worker</c> know.</summary>
public sealed class AuditTests
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void Every_target_of_checkpoints_can_be_audited()
    {
        var type = Assembly.Load("Research._build").GetType("Build", throwOnError: true)!;
        var build = Activator.CreateInstance(type, nonPublic: true);
        var training = type.GetProperties(Any).Where(MakesCheckpoints).ToDictionary(property => property.Name, property => property.GetValue(build));
        var audited = ((IEnumerable)type.GetProperty("Auditable", Any)!.GetValue(build)!).Cast<object>()
            .Select(target => target.GetType().GetProperty("Target")!.GetValue(target))
            .ToHashSet();

        Assert.NotEmpty(training);
        Assert.All(training, target => Assert.True(audited.Contains(target.Value), $"{target.Key} is missing in Auditable, build/Build.Audit.cs"));
    }

    [Fact]
    public void Every_target_of_checkpoints_can_be_run_by_a_worker()
    {
        var type = Assembly.Load("Research._build").GetType("Build", throwOnError: true)!;
        var build = Activator.CreateInstance(type, nonPublic: true);
        var workable = ((IDictionary)type.GetProperty("Workable", Any)!.GetValue(build)!).Keys.Cast<string>();

        Assert.Equal(type.GetProperties(Any).Where(MakesCheckpoints).Select(property => property.Name).Order(), workable.Order());
    }

    private static bool MakesCheckpoints(PropertyInfo property) =>
        property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Target<,>)
        && type.GetGenericArguments()[1] == typeof(Checkpoint);
}
