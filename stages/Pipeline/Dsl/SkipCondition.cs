namespace Research.Pipeline.Dsl;

/// <summary>A verb runs only when this holds.</summary>
/// <param name="IsMet">The condition.</param>
/// <param name="Text">Its expression in the source, which is the reason shown when the verb is skipped.</param>
internal sealed record SkipCondition(Func<bool> IsMet, string Text);
