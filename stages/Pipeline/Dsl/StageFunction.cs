using System.Reflection;
using Research.Jobs;

namespace Research.Pipeline.Dsl;

/// <summary>The function a target runs for each item.</summary>
/// <param name="method">The stage's method; its parameters are item, inputs, output and job, in this order.</param>
/// <param name="invoke">
/// Calls it with the item, the opened inputs, the full path of the output folder and the context.
/// </param>
internal sealed class StageFunction(MethodInfo method, Action<object, object[], string, JobContext> invoke)
{
    public MethodInfo Method { get; } = method;

    /// <summary>The roles of the inputs in the key: the names of the stage's parameters.</summary>
    public IReadOnlyList<string> Roles { get; } =
        [.. method.GetParameters()[1..^2].Select(parameter => parameter.Name!)];

    public void Invoke(object item, object[] inputs, string outputFolder, JobContext job) =>
        invoke(item, inputs, outputFolder, job);
}
