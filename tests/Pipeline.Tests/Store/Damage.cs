namespace Research.Pipeline.Tests.Store;

/// <summary>What bad disks and curious people do to a store.</summary>
internal static class Damage
{
    public static void FlipBit(string file, bool keepTime)
    {
        var time = File.GetLastWriteTimeUtc(file);
        File.SetAttributes(file, FileAttributes.Normal);
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        if (keepTime)
            File.SetLastWriteTimeUtc(file, time);
        File.SetAttributes(file, FileAttributes.ReadOnly);
    }
}
