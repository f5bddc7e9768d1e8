using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

/// <summary>What bad disks and curious people do to an object.</summary>
internal static class Damage
{
    public static void Do(string what, StoredObject output, string name = "a.txt")
    {
        var file = Path.Combine(output.Folder, name);
        var manifest = Path.Combine(Path.GetDirectoryName(output.Folder)!, "manifest");
        switch (what)
        {
            case "a bit flipped, the time kept":
                var time = File.GetLastWriteTimeUtc(file);
                FlipBit(file);
                File.SetLastWriteTimeUtc(file, time);
                break;
            case "a bit flipped":
                FlipBit(file);
                break;
            case "cut short":
                File.SetAttributes(file, FileAttributes.Normal);
                File.WriteAllText(file, "o");
                break;
            case "a file gone":
                File.Delete(file);
                break;
            case "a file too many":
                File.WriteAllText(Path.Combine(output.Folder, "b.txt"), "new");
                break;
            case "the manifest damaged":
                FlipBit(manifest);
                break;
            case "the manifest gone":
                File.Delete(manifest);
                break;
            default:
                throw new ArgumentException($"unknown damage '{what}'");
        }
    }

    private static void FlipBit(string file)
    {
        File.SetAttributes(file, FileAttributes.Normal);
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
    }
}
