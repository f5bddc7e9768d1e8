using Research.Conformance.Cases;
using Research.Jobs;
using Research.Numerics.Devices;
using Research.Numerics.Reference;

namespace Research.Conformance;

/// <summary>
/// Runs every kernel on every device of this machine and compares the bits: with the golden table, and where they differ with the
/// scalar reference programs, case by case, to name what went wrong.
/// </summary>
/// <param name="golden">The table; without one, devices are compared with the reference programs of this machine.</param>
/// <param name="devices">The devices.</param>
public sealed class ConformanceSuite(GoldenTable? golden, IReadOnlyList<TestedDevice> devices)
{
    /// <summary>Name of the column of the scalar programs.</summary>
    public const string Reference = "reference";

    /// <summary>Runs everything.</summary>
    /// <param name="processor">What a person calls the processor.</param>
    /// <param name="job">Progress and cancellation.</param>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public ConformanceReport Run(string processor, JobContext job)
    {
        var results = new List<KernelResult>();
        var here = devices.Where(device => device.Create is not null).ToList();
        var total = CaseCatalog.All.Count * (1 + here.SelectMany(device => device.Threads).Count());
        var done = 0;
        var expected = new Dictionary<string, string>();
        using var reference = new ReferenceDevice();
        foreach (var kernel in CaseCatalog.Kernels)
        {
            var digest = Digest(reference, kernel);
            expected[kernel] = golden?.Of(kernel) ?? digest;
            results.Add(new(kernel, Reference, [1], digest, digest == expected[kernel] ? null : ReferenceMismatch(kernel, digest, expected[kernel])));
        }

        foreach (var device in here) results.AddRange(OnDevice(device));
        return new(results, [.. devices.Except(here).Select(device => device.Name)], processor);

        IEnumerable<KernelResult> OnDevice(TestedDevice tested)
        {
            var worst = new Dictionary<string, KernelResult>();
            foreach (var threads in tested.Threads)
            {
                using var device = tested.Create!(threads);
                foreach (var kernel in CaseCatalog.Kernels)
                {
                    var digest = Digest(device, kernel);
                    if (worst.GetValueOrDefault(kernel) is { Mismatch: not null }) continue;
                    var mismatch = digest == expected[kernel] ? null : Mismatch(kernel, tested.Name, threads, device);
                    worst[kernel] = new(kernel, tested.Name, tested.Threads, digest, mismatch);
                }
            }

            return CaseCatalog.Kernels.Select(kernel => worst[kernel]);
        }

        string Digest(Device device, string kernel)
        {
            using var hash = new OutputDigest();
            foreach (var item in CaseCatalog.Of(kernel))
            {
                hash.Add(item.Name, item.On(device));
                job.Report(++done, total, "cases", $"{device.Name}: {kernel}");
            }

            return hash.Finish();
        }
    }

    /// <summary>The digests of the reference programs, for a new table of record.</summary>
    public static IReadOnlyDictionary<string, string> ReferenceDigests(ConformanceReport report) => report.Results
        .Where(result => result.Device == Reference).ToDictionary(result => result.Kernel, result => result.Digest);

    private static string ReferenceMismatch(string kernel, string digest, string expected) =>
        $"{kernel}: the scalar reference program itself gives {digest[..8]}, not {expected[..8]}: this processor or runtime does not follow " +
        $"the scalar rules of {NumericSpecification.Version}, or the program or its cases were changed.";

    private static string Mismatch(string kernel, string name, int threads, Device device)
    {
        using var reference = new ReferenceDevice();
        foreach (var item in CaseCatalog.Of(kernel))
        {
            foreach (var (expected, actual) in item.On(reference).Zip(item.On(device)))
            {
                for (var i = 0; i < expected.Values.Length; i++)
                {
                    var (right, wrong) = (OutputDigest.Canonical(expected.Values[i]), OutputDigest.Canonical(actual.Values[i]));
                    if (right != wrong)
                    {
                        return $"{kernel} on {name} with {threads} threads, case {item.Name}: element {i} of {expected.Name} is " +
                            $"{actual.Values[i]:G9} (0x{wrong:X8}), the reference program gives {expected.Values[i]:G9} (0x{right:X8}).";
                    }
                }
            }
        }

        return $"{kernel} on {name} with {threads} threads has the bits of the reference program of this machine, but not those of the golden table.";
    }
}
