using System.Runtime.InteropServices;

namespace Research.Benchmarks;

/// <summary>The library that most programs multiply matrices with, if this machine has it.</summary>
internal sealed unsafe class OpenBlas : IDisposable
{
    private const int RowMajor = 101;
    private const int Plain = 111;
    private const int Transposed = 112;

    private readonly delegate* unmanaged<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void> multiply;
    private readonly delegate* unmanaged<int, void> setThreads;

    private OpenBlas(nint library)
    {
        multiply = (delegate* unmanaged<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void>)
            NativeLibrary.GetExport(library, "cblas_sgemm");
        setThreads = (delegate* unmanaged<int, void>)NativeLibrary.GetExport(library, "openblas_set_num_threads");
        Name = "OpenBLAS";
        if (NativeLibrary.TryGetExport(library, "openblas_get_config", out var config))
            Name = string.Join(' ', Text(config).Split(' ').Take(2));
        if (NativeLibrary.TryGetExport(library, "openblas_get_corename", out var core))
            Name += $" {Text(core)}";
        if (NativeLibrary.TryGetExport(library, "openblas_get_parallel", out var parallel))
            Name += ((delegate* unmanaged<int>)parallel)() switch { 0 => ", sequential", 1 => ", pthread", _ => ", OpenMP" };
    }

    /// <summary>Version, the processor it believes to run on, and its kind of threads: <c>OpenBLAS 0.3.21 SkylakeX, OpenMP</c>.</summary>
    public string Name { get; }

    /// <summary>Loads the library.</summary>
    /// <param name="path">Where it lies; null for where the system finds it.</param>
    /// <param name="found">What was found, for people.</param>
    public static OpenBlas? TryLoad(string? path, out string found)
    {
        var file = path ?? "libopenblas.so.0";
        if (!NativeLibrary.TryLoad(file, out var library))
        {
            found = $"OpenBLAS: not found ({file}); {BenchmarkOptions.OpenBlasVariable} may name it. No comparison.";
            return null;
        }

        try
        {
            var blas = new OpenBlas(library);
            found = $"Compared with {blas.Name}{Settings()}";
            return blas;
        }
        catch (EntryPointNotFoundException exception)
        {
            NativeLibrary.Free(library);
            found = $"OpenBLAS: {file} is another library ({exception.Message}). No comparison.";
            return null;
        }
    }

    /// <summary>Factors and a result of at most so many numbers each, and so many threads.</summary>
    public Matrices Prepare(int largest, int threads)
    {
        setThreads(threads);
        return new Matrices(this, largest);
    }

    /// <summary>The library stays loaded: its threads may still be about to go to sleep.</summary>
    public void Dispose() => setThreads(1);

    private static string Text(nint function) => Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)function)()) ?? "";

    /// <summary>What tells the library not to choose for itself; the wrong core halves its speed.</summary>
    private static string Settings() => string.Concat(
        new[] { "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE" }
            .Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name)))
            .Where(setting => setting.Value is not null)
            .Select(setting => $"; {setting.Name}={setting.Value} is set: unset it for a fair comparison, unless it is faster so"));

    /// <summary>Two factors and a result, outside of the managed heap.</summary>
    public sealed class Matrices : IDisposable
    {
        private const nuint Alignment = 64;

        private readonly OpenBlas blas;
        private readonly int largest;
        private readonly float* a;
        private readonly float* b;
        private readonly float* c;

        public Matrices(OpenBlas blas, int largest)
        {
            (this.blas, this.largest) = (blas, largest);
            a = Filled(largest);
            b = Filled(largest);
            c = Filled(largest);
        }

        /// <summary>The result of the last product.</summary>
        public ReadOnlySpan<float> Result => new(c, largest);

        /// <summary>C = op(A) op(B), as <c>Device.MatMul</c> means it.</summary>
        public void Multiply(bool transposeA, bool transposeB, int m, int n, int k) => blas.multiply(
            RowMajor, transposeA ? Transposed : Plain, transposeB ? Transposed : Plain, m, n, k, 1f, a, transposeA ? m : k, b,
            transposeB ? k : n, 0f, c, n);

        public void Dispose()
        {
            NativeMemory.AlignedFree(a);
            NativeMemory.AlignedFree(b);
            NativeMemory.AlignedFree(c);
        }

        private static float* Filled(int length)
        {
            var memory = (float*)NativeMemory.AlignedAlloc((nuint)length * sizeof(float), Alignment);
            ProductBenchmark.TestNumbers(length).CopyTo(new Span<float>(memory, length));
            return memory;
        }
    }
}
