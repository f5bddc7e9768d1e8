namespace Research.Pipeline.Parameters;

/// <summary>A text or JSON value is not one that a parameter accepts. Whoever knows the file or option adds it.</summary>
/// <param name="what">The value and what is accepted: <c>'many' is not an integer</c>.</param>
/// <param name="at">The place in the JSON; null for a text.</param>
internal sealed class WrongValueException(string what, JsonNode? at = null) : Exception(what)
{
    public JsonNode? At { get; } = at;
}
