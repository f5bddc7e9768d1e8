using Research.Jobs;

namespace Research.Mirage.Vision.Files;

/// <summary>The bytes of an image file that a user supplies.</summary>
internal static class ImageFile
{
    /// <summary>The bytes; a file packed with gzip is not unpacked but refused.</summary>
    /// <exception cref="InputException">The file cannot be read, is empty, or is packed.</exception>
    public static byte[] Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"the file cannot be read ({exception.Message})", path, "Check its path and its permissions.", exception);
        }

        return bytes switch
        {
            [] => throw new InputException("the file is empty", path, "Give the whole file."),
            [0x1F, 0x8B, ..] => throw new InputException("the file is packed (gzip)", path, "Unpack it: gunzip."),
            _ => bytes,
        };
    }
}
