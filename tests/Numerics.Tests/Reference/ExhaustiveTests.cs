namespace Research.Numerics.Tests.Reference;

/// <summary>Whether the tests that can look at every float, or at many more samples, shall do so.</summary>
internal static class ExhaustiveTests
{
    public static bool Requested { get; } = Environment.GetEnvironmentVariable("RESEARCH_EXHAUSTIVE") == "1";
}
