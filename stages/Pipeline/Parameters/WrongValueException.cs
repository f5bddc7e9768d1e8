namespace Research.Pipeline.Parameters;

/// <summary>
/// A text or JSON value is not one that a parameter accepts. Whoever knows the file or option adds it.
/// </summary>
/// <param name="what">What is wrong: <c>'many' is not accepted</c>.</param>
/// <param name="at">The place in the JSON; null for a text.</param>
/// <param name="nearest">What may have been meant; null if nothing is near.</param>
internal sealed class WrongValueException(string what, JsonNode? at = null, string? nearest = null) : Exception(what)
{
    public JsonNode? At { get; } = at;

    public string? Nearest { get; } = nearest;

    /// <summary>What to do: <c>Did you mean 'csv'? Accepted: table | csv | json.</c></summary>
    public string Remedy(ParameterType type) =>
        (Nearest is null ? "" : $"Did you mean '{Nearest}'? ") + $"Accepted: {type.Accepts}.";
}
