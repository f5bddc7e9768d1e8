using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Tools;

sealed partial class Build
{
    /// <summary>Projects whose results must not depend on the processor's instructions.</summary>
    static readonly string[] Exact = ["Numerics.Tests", "Languages.Tests", "Learning.Tests", "Evaluation.Tests"];

    Target Test => _ => _
        .Description("Run all tests, and those of the numbers again on narrower instruction sets")
        .Executes(async () =>
        {
            var tests = new DotNetTest(RootDirectory, Path.Combine(RootDirectory, ".nuke", "temp", "tests"), Cancellation);
            tests.Clean();
            await tests.RunAsync("Research.sln", "all");
            foreach (var project in Exact)
                await tests.RunAsync($"tests/{project}", $"{project} without AVX-512", "", ("DOTNET_EnableAVX512", "0"));
            await tests.RunAsync("tests/Numerics.Tests", "without vectors", "Size=Small", ("DOTNET_EnableHWIntrinsic", "0"));
            var counts = tests.Count();
            Conclude($"{counts}");
            if (counts.Failed > 0)
                throw new InputException($"{counts.Failed} tests failed; their messages are above", "tests", "Correct the code, or the test if it asks for the wrong thing.");
        });

    Target Benchmark => _ => _
        .Description("Measure kernels and training against the machine's own peak")
        .Executes(() => Tool.RunAsync(
            "dotnet", ["run", "--project", "tests/Benchmarks", "--configuration", "Release"], RootDirectory, new Dictionary<string, string>(), Cancellation));
}
