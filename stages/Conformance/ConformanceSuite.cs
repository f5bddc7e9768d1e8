using Research.Conformance.Cases;
using Research.Jobs;
using Research.Numerics.Devices;
using Research.Numerics.Reference;

namespace Research.Conformance;

/// <summary>
/// Runs every kernel on every device of this machine and compares the bits: with the golden table, and where they differ with the
/// scalar reference programs, case by case, to name what went wrong.
/// </summary>
/// <remarks>What runs on the host is compared once, beside the reference programs.</remarks>
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
        var casesOfDevices = CaseCatalog.All.Count(item => !item.OnHost);
        var total = CaseCatalog.All.Count + (casesOfDevices * here.Sum(device => device.Threads.Count));
        var done = 0;
        var expected = new Dictionary<string, string>();
        using var reference = new ReferenceDevice();
        foreach (var kernel in CaseCatalog.Kernels)
        {
            var digest = Digest(reference, kernel);
            expected[kernel] = golden?.Of(kernel) ?? digest;
            results.Add(digest == expected[kernel]
                ? new(kernel, Reference, [1], digest, [], null)
                : new(kernel, Reference, [1], digest, [1], ReferenceMismatch(kernel, digest, expected[kernel])));
        }

        foreach (var device in here) results.AddRange(OnDevice(device));
        return new(results, [.. devices.Except(here).Select(device => device.Name)], processor);

        IEnumerable<KernelResult> OnDevice(TestedDevice tested)
        {
            var worst = new Dictionary<string, KernelResult>();
            foreach (var threads in tested.Threads)
            {
                using var device = tested.Create!(threads);
                foreach (var kernel in CaseCatalog.DeviceKernels)
                {
                    var digest = Digest(device, kernel);
                    if (digest == expected[kernel])
                        worst.TryAdd(kernel, new(kernel, tested.Name, tested.Threads, digest, [], null));
                    else if (worst.GetValueOrDefault(kernel) is { Mismatch: not null } earlier)
                        worst[kernel] = earlier with { Differing = [.. earlier.Differing, threads] };
                    else
                        worst[kernel] = new(kernel, tested.Name, tested.Threads, digest, [threads], Mismatch(kernel, tested.Name, threads, device));
                }
            }

            return CaseCatalog.DeviceKernels.Select(kernel => worst[kernel]);
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
                var i = expected.Bits.AsSpan().CommonPrefixLength(actual.Bits);
                if (i < expected.Bits.Length)
                {
                    return $"{kernel} on {name} with {threads} threads, case {item.Name}: element {i} of {expected.Name} is " +
                        $"{Shown(actual.Bits[i])}, the reference program gives {Shown(expected.Bits[i])}.";
                }
            }
        }

        return $"{kernel} on {name} with {threads} threads is not golden, but run again it has the bits of the reference program of this machine: " +
            "either those are not golden here, or what the device gives depends on chance.";
    }

    private static string Shown(uint bits) => $"{BitConverter.UInt32BitsToSingle(bits):G9} (0x{bits:X8})";
}
