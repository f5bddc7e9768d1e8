using System.Globalization;
using System.Text;

namespace Research.Pipeline.Store;

/// <summary>
/// How much the objects of a store hold. Objects lie in up to 256 folders by the first digits of their digest; the size of
/// each is remembered together with the folder's time, which changes with every object that comes or goes.
/// </summary>
internal static class StoreSize
{
    // A folder may change twice within one tick of the file system's clock.
    private static readonly TimeSpan Unsettled = TimeSpan.FromSeconds(2);

    /// <summary>Sum of the lengths of all files of all objects, in bytes; 0 if there are none.</summary>
    /// <param name="objects">Folder of the objects.</param>
    /// <param name="memo">File of the remembered sizes, one line <c>FOLDER TIME BYTES</c> each.</param>
    /// <param name="workspace">Where the new memo is written before it takes its place.</param>
    public static long Of(string objects, string memo, Workspace workspace)
    {
        if (!Directory.Exists(objects))
            return 0;
        var known = Read(memo);
        var (total, changed) = (0L, false);
        var settled = (DateTime.UtcNow - Unsettled).Ticks;
        var text = new StringBuilder();
        foreach (var folder in new DirectoryInfo(objects).EnumerateDirectories())
        {
            var time = folder.LastWriteTimeUtc.Ticks;
            if (!known.TryGetValue((folder.Name, time), out var bytes))
            {
                bytes = folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
                changed = true;
            }

            total += bytes;
            if (time < settled)
                text.Append(CultureInfo.InvariantCulture, $"{folder.Name} {time} {bytes}\n");
        }

        if (changed)
            AtomicFile.TryRemember(memo, Encoding.ASCII.GetBytes(text.ToString()), workspace);
        return total;
    }

    private static Dictionary<(string Folder, long Time), long> Read(string memo)
    {
        Dictionary<(string Folder, long Time), long> known = [];
        try
        {
            if (!File.Exists(memo))
                return known;
            foreach (var line in File.ReadAllLines(memo))
            {
                if (line.Split(' ') is [var folder, var time, var bytes]
                    && long.TryParse(time, CultureInfo.InvariantCulture, out var ticks)
                    && long.TryParse(bytes, CultureInfo.InvariantCulture, out var size))
                    known[(folder, ticks)] = size;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As if it were absent.
        }

        return known;
    }
}
