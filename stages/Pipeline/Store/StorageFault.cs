using Research.Jobs;

namespace Research.Pipeline.Store;

/// <summary>Turns what the file system refuses into a sentence for the user.</summary>
public static class StorageFault
{
    /// <summary>
    /// The message for an exception that says: disk full, not writable, or no such device.
    /// </summary>
    /// <param name="exception">What the file system threw.</param>
    /// <param name="where">The file or folder that was being written.</param>
    /// <returns>Null if the exception is of another kind.</returns>
    public static InputException? From(Exception exception, string where) => exception switch
    {
        IOException { HResult: 28 or 69 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027) } =>
            new InputException("the disk is full", where, "Free some space and run again; nothing half-written stays.", exception),
        IOException { HResult: 30 or unchecked((int)0x80070013) } =>
            new InputException("the file system is read-only", where, "Make it writable and run again.", exception),
        UnauthorizedAccessException =>
            new InputException("it may not be written", where, "Give your user the right to write there and run again.", exception),
        _ => null,
    };

    /// <summary>True if the exception says that another process, or another thread, holds the file.</summary>
    /// <remarks>EWOULDBLOCK on Unix (11 on Linux, 35 on macOS), ERROR_SHARING_VIOLATION on Windows.</remarks>
    internal static bool IsSharingViolation(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
