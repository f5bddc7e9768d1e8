using Research.Jobs;
using Research.Numerics.Gpu;
using Research.Pipeline.Dsl;

sealed partial class Build
{
    static readonly string PtxPath = Path.Combine("stages", "Numerics", "Gpu", "Kernels", "kernels.ptx");

    Target Kernels => _ => _
        .Description("Compile the GPU's kernels to PTX, which is kept in the repository; needs clang, no CUDA toolkit")
        .Executes(async () =>
        {
            var compiler = PtxCompiler.Find()
                ?? throw new InputException(
                    $"there is no clang-{PtxCompiler.Version} on the path", "Kernels", $"Install it (Debian: apt-get install clang-{PtxCompiler.Version}).");
            try
            {
                var ptx = await PtxCompiler.CompileAsync(compiler, KernelSource.Text, Cancellation);
                var same = ptx == KernelSource.Ptx;
                if (!same) File.WriteAllText(Path.Combine(RootDirectory, PtxPath), ptx);
                Conclude(same ? $"{PtxPath} is what {Path.GetFileName(compiler)} makes of the source" : $"written: {PtxPath}; build again to use it, and run the tests");
            }
            catch (GpuException e)
            {
                throw new InputException(e.What, "Kernels", e.Remedy, e);
            }
        });
}
