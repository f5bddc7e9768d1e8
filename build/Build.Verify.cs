using Research.Learning.Safetensors;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Tables;

sealed partial class Build
{
    [Parameter("Cached jobs to verify, picked by chance; by default all", Minimum = 1, Targets = nameof(Verify))]
    readonly int? Sample;

    [Parameter("Seed that picks the same sample again; by default a new one each time", Targets = nameof(Verify))]
    readonly string? SampleSeed;

    Target Verify => _ => _
        .Description("Run cached jobs again, from scratch, and compare every byte with the store")
        .Verifies(Sample, SampleSeed, new SafetensorsDifference(), new ParquetDifference());
}
