namespace Research.Pipeline.Tests.Synthetic;

/// <summary>An item.</summary>
internal sealed record Joining(string Separator, bool IsLoud)
{
    public override string ToString() => "all";
}
