using System.Runtime.InteropServices;

namespace Research.Numerics.Cpu;

/// <summary>
/// Memory outside the managed heap. Where Linux offers large pages on request, large blocks ask for them: the tables that
/// translate addresses of small pages do not fit the processor's caches once a step walks through many megabytes.
/// </summary>
internal static unsafe partial class LargeMemory
{
    /// <summary>Bytes: a cache line, and the widest vector.</summary>
    public const int Alignment = 64;

    // Bytes of a large page of x86-64 and of most Arm systems, and the name of the wish in the system's interface.
    private const int LargePage = 1 << 21;
    private const int AdviseLargePages = 14;

    /// <summary>The most floats that need no more large pages than so many.</summary>
    public static long FillingPages(long length)
    {
        const long floatsOfPage = LargePage / sizeof(float);
        return (length + floatsOfPage - 1) / floatsOfPage * floatsOfPage;
    }

    /// <summary>Memory of undefined content, aligned to a cache line.</summary>
    public static float* Allocate(long length)
    {
        var bytes = (nuint)length * sizeof(float);
        if (bytes < LargePage || !OperatingSystem.IsLinux())
            return (float*)NativeMemory.AlignedAlloc(bytes, Alignment);
        var memory = NativeMemory.AlignedAlloc(bytes, LargePage);
        // A wish: where it is not granted, the pages are small and everything else is the same.
        _ = Advise(memory, bytes, AdviseLargePages);
        return (float*)memory;
    }

    /// <summary>Gives it back.</summary>
    public static void Free(float* memory) => NativeMemory.AlignedFree(memory);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* memory, nuint bytes, int advice);
}
