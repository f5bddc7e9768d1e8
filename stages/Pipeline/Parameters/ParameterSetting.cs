namespace Research.Pipeline.Parameters;

/// <summary>The value of a parameter and where it comes from.</summary>
/// <param name="Member">The parameter.</param>
/// <param name="Value">Null if it is not set.</param>
/// <param name="Source">The option, file or variable that set it; <c>default</c>; or empty if it is not set.</param>
internal sealed record ParameterSetting(ParameterMember Member, object? Value, string Source);
