using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Verification;

/// <summary>A build whose jobs can be verified.</summary>
internal sealed class VerifiedBuild : TextBuild
{
#pragma warning disable CS0649 // The engine sets parameters by reflection.
    [Parameter("Jobs to verify", Minimum = 1, Targets = nameof(Verify))]
    private readonly int? Sample;

    [Parameter("Picks the same again", Targets = nameof(Verify))]
    private readonly string? SampleSeed;
#pragma warning restore CS0649

    public Target Verify => _ => _
        .Description("Compare with the store")
        .Verifies(Sample, SampleSeed);

    public Target Wrong => _ => _
        .Unlisted()
        .DependsOn(Verify)
        .Executes(() => Probe.Note("Wrong"));
}
