using System.Diagnostics;
using System.Globalization;

namespace Research.Benchmarks;

/// <summary>The most memory this process had in use; Linux can be asked to begin anew.</summary>
internal static class ProcessMemory
{
    private const string Status = "/proc/self/status";
    private const string Forget = "/proc/self/clear_refs";

    /// <summary>Bytes since the last reset, or since the start where nothing can be reset.</summary>
    public static double Peak
    {
        get
        {
            if (!File.Exists(Status))
            {
                using var process = Process.GetCurrentProcess();
                return process.PeakWorkingSet64;
            }

            var line = File.ReadLines(Status).First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return 1024 * double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Forgets the peak so far.</summary>
    public static void ResetPeak()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        try
        {
            if (File.Exists(Forget))
                File.WriteAllText(Forget, "5");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The peak is then the process's since its start: an upper bound.
        }
    }
}
