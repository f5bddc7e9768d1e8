using System.Globalization;
using Research.Jobs;

namespace Research.Skills.Peeling;

/// <summary>What a graph and its peeling take of memory, said before anything is allocated.</summary>
public static class GraphMemory
{
    private const string SystemMemory = "/proc/meminfo";

    /// <summary>
    /// An upper estimate of the bytes that are held at once while a graph is made and peeled: for each edge both directions
    /// (4 bytes each), the sorting (8) and messages of a round (at most 8); for each text and each skill its place, its
    /// counter and its turn (12); and an eighth for what growing lists leave unused.
    /// </summary>
    public static double Needed(GraphSpec spec) => 1.125 * ((24 * spec.Edges) + (12.0 * (spec.Texts + spec.Skills)));

    /// <summary>Refuses a graph that is too large.</summary>
    /// <param name="spec">The graph.</param>
    /// <param name="available">Bytes there are.</param>
    /// <exception cref="InputException">It needs more.</exception>
    public static void Require(GraphSpec spec, double available)
    {
        var needed = Needed(spec);
        if (needed > available)
            throw new InputException(
                $"{spec.Skills:N0} skills, {spec.Texts:N0} texts and {spec.Edges:N0} edges need {Gigabytes(needed)} of memory, "
                + $"of which {Gigabytes(available)} are free",
                "skill-text graph", "Make the graph smaller, or close other programs.");
    }

    /// <summary>Bytes that this process may still take: what the system has free, within the process's limit.</summary>
    public static double Available()
    {
        double limit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - Environment.WorkingSet;
        if (!File.Exists(SystemMemory)) return limit;
        var line = File.ReadLines(SystemMemory).FirstOrDefault(line => line.StartsWith("MemAvailable:", StringComparison.Ordinal));
        var free = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return free is null ? limit : Math.Min(limit, 1024 * double.Parse(free, CultureInfo.InvariantCulture));
    }

    private static string Gigabytes(double bytes) => $"{bytes / 1e9:N1} GB";
}
