using Research.Numerics.Reference;
using Research.Pipeline.Records;
using Research.Reporting.Publishing;

sealed partial class Build
{
    protected override IReadOnlyDictionary<string, string> Versions =>
        new Dictionary<string, string> { ["numeric specification"] = NumericSpecification.Version };

    static Provenance ProvenanceOf(RunRecord run) => new(
        run.Commit,
        run.Profile,
        [
            ("Operating system", run.Machine.OperatingSystem),
            ("Processor", run.Machine.Processor),
            ("Vector instructions", run.Machine.Instructions),
            ("Cores", $"{run.Machine.Cores}"),
            ("Memory", $"{run.Machine.MemoryBytes / (1L << 30)} GiB"),
        ],
        [.. run.Versions.Select(version => (version.Key, version.Value)), ("key scheme", $"{run.KeyScheme}")],
        run.GraphSvg,
        [.. run.Targets.Where(target => target.Jobs > 0).Select(target => new TargetTime(target.Name, target.Jobs, target.Cached, target.WorkSeconds, PeakMegabytesOf(run, target)))]);

    static double? PeakMegabytesOf(RunRecord run, TargetRecord target) =>
        run.Jobs.Where(job => job.Target == target.Name).Max(job => job.PeakBytes) / 1e6;
}
