using System.Diagnostics;

namespace Research.Numerics.Gpu;

/// <summary>Compiles the kernels to PTX with clang; no toolkit of NVIDIA's takes part. Used by developers, never by a run.</summary>
public static class PtxCompiler
{
    /// <summary>The version whose output is in the repository; others arrange instructions differently.</summary>
    public const int Version = 14;

    // Contraction off: a multiply and an add get a rounding each, and so the driver's compiler must not fuse them either. Volta (7.0)
    // is the oldest generation with synchronized shuffles; newer ones take its PTX.
    private static readonly string[] Options =
    [
        "-target", "nvptx64-nvidia-cuda", "-x", "cl", "-cl-std=CL1.2", "-DPTX", "-O3", "-ffp-contract=off", "-march=sm_70",
        "-Xclang", "-target-feature", "-Xclang", "+ptx63", "-Wall", "-Werror", "-S", "-o", "-", "-",
    ];

    /// <summary>The compiler's command; null if it is not on this machine.</summary>
    public static string? Find()
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            var path = Path.Combine(folder, $"clang-{Version}");
            if (File.Exists(path)) return path;
        }

        return null;
    }

    /// <summary>Compiles.</summary>
    /// <param name="compiler">What <see cref="Find"/> returned.</param>
    /// <param name="source">OpenCL C.</param>
    /// <param name="cancellation">Ends the compiler.</param>
    /// <returns>PTX, with line feeds.</returns>
    /// <exception cref="GpuException">The compiler refused; the message is its own.</exception>
    public static async Task<string> CompileAsync(string compiler, string source, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(compiler, Options)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardInput.WriteAsync(source.AsMemory(), cancellation).ConfigureAwait(false);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        return process.ExitCode == 0
            ? (await output.ConfigureAwait(false)).ReplaceLineEndings("\n")
            : throw new GpuException(
                $"{compiler} refused the kernels: {(await errors.ConfigureAwait(false)).TrimEnd()}", "Correct the source in stages/Numerics/Gpu/Kernels.");
    }
}
