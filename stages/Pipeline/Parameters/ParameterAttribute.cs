namespace Research.Pipeline.Parameters;

/// <summary>
/// Marks a field of the build class as a parameter: <c>--in-context-trials 40</c> on the command line,
/// <c>"InContextTrials": 40</c> in a profile file, <c>RESEARCH_IN_CONTEXT_TRIALS=40</c> in the environment. The field
/// may be a bool, int, long, float, double, string or enum, an array or read-only list of these, or a record or a
/// list of records.
/// </summary>
/// <param name="description">One line for <c>--help</c> and for editors.</param>
/// <remarks>A parameter must be set, unless its field is a bool or nullable or has an initializer.</remarks>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ParameterAttribute(string description) : Attribute
{
    /// <summary>One line for <c>--help</c> and for editors.</summary>
    public string Description { get; } = description;

    /// <summary>The least value accepted; of every element, if the parameter is a list.</summary>
    public double Minimum { get; set; } = double.NegativeInfinity;

    /// <summary>The greatest value accepted; of every element, if the parameter is a list.</summary>
    public double Maximum { get; set; } = double.PositiveInfinity;

    /// <summary>Values have to be greater than this.</summary>
    public double Above { get; set; } = double.NegativeInfinity;

    /// <summary>The accepted texts, separated by <c>|</c>; empty for any. An enum's names need not be given.</summary>
    public string Values { get; set; } = "";

    /// <summary>
    /// Names of the targets that use the parameter, separated by commas; it may stay unset in runs of others. Empty
    /// for all.
    /// </summary>
    public string Targets { get; set; } = "";
}
