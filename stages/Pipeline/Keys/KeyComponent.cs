namespace Research.Pipeline.Keys;

/// <summary>One thing a key depends on.</summary>
/// <param name="Name">What it is: <c>target</c>, <c>code.Research.Numerics</c>, <c>spec.Model.Width</c>, <c>input.corpus</c>.</param>
/// <param name="Value">Its canonical text: <c>64</c>, <c>"released"</c> or a digest.</param>
public readonly record struct KeyComponent(string Name, string Value);
