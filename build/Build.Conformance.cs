using Research.Conformance;
using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;

sealed partial class Build
{
    [Parameter("Write the golden table anew from the reference programs: a new numeric specification", Targets = nameof(Conformance))]
    readonly bool AcceptGolden;

    static readonly string GoldenPath = Path.Combine("stages", "Conformance", "golden.txt");

    /// <summary>All devices; with <c>--device</c> only those of that kind, of which there must be one then.</summary>
    IReadOnlyList<TestedDevice> TestedDevices
    {
        get
        {
            if (Device == DeviceChoice.Auto) return TestedDevice.All;
            var chosen = TestedDevice.All.Where(device => device.IsGpu == (Device == DeviceChoice.Gpu)).ToList();
            return chosen.Exists(device => device.Create is not null) ? chosen : throw new InputException(
                "there is no GPU here: neither one behind CUDA's driver nor a device behind OpenCL", "--device", "Leave it out, or say cpu.");
        }
    }

    Target Conformance => _ => _
        .Description("Compare the bits of every kernel, on every device and with several numbers of threads, with the golden table")
        .Executes(() =>
        {
            var job = new JobContext { Cancellation = Cancellation, Progress = Progress };
            var report = new ConformanceSuite(AcceptGolden ? null : GoldenTable.OfRecord(), TestedDevices).Run(Run.Machine.Processor, job);
            foreach (var line in report.Table())
                Log.Information(line);
            var folder = Directory.CreateDirectory(Path.Combine(RootDirectory, "artifacts", "conformance")).FullName;
            File.WriteAllText(Path.Combine(folder, "conformance.json"), report.ToJson());
            File.WriteAllText(Path.Combine(folder, "conformance.txt"), report.ToText());
            Conclude(report.Machine);
            if (!report.Passed)
                throw new InputException(
                    string.Join(" ", report.Mismatches.Take(3)), "conformance",
                    AcceptGolden ? "Mend the kernel first: the table records bits that all devices share."
                        : "Results of this machine are not those of others: report it with artifacts/conformance/conformance.txt.");
            if (AcceptGolden)
                File.WriteAllText(Path.Combine(RootDirectory, GoldenPath), GoldenTable.Format(ConformanceSuite.ReferenceDigests(report)));
            Conclude(AcceptGolden
                ? $"written: {GoldenPath}; say in the commit why the bits changed"
                : $"{report.Results.Count} of {report.Results.Count} digests are the golden ones; artifacts/conformance/conformance.txt");
        });
}
