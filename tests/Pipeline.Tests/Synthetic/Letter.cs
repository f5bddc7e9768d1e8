namespace Research.Pipeline.Tests.Synthetic;

/// <summary>An item.</summary>
internal sealed record Letter(char Symbol, int Times)
{
    public override string ToString() => $"{Symbol} x{Times}";
}
