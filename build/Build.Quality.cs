using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Pipeline.Tools;

sealed partial class Build
{
    /// <summary>Projects whose results must not depend on the processor's instructions.</summary>
    static readonly string[] Exact = ["Numerics.Tests", "Languages.Tests", "Learning.Tests", "Evaluation.Tests", "Skills.Tests", "Mirage.Tests", "Conformance.Tests"];

    Target Test => _ => _
        .Description("Run all tests, and those of the numbers again on narrower instruction sets")
        .Executes(async () =>
        {
            var tests = new DotNetTest(RootDirectory, Path.Combine(RootDirectory, ".nuke", "temp", "tests"), Cancellation);
            tests.Clean();
            await tests.RunAsync("Research.sln", "all");
            foreach (var project in Exact)
                await tests.RunAsync($"tests/{project}", $"{project} without AVX-512", "", ("DOTNET_EnableAVX512", "0"));
            foreach (var project in new[] { "Numerics.Tests", "Conformance.Tests" })
                await tests.RunAsync($"tests/{project}", $"{project} without vectors", "Size=Small", ("DOTNET_EnableHWIntrinsic", "0"));
            var counts = tests.Count();
            Conclude($"{counts}");
            if (counts.Failed > 0)
                throw new InputException($"{counts.Failed} tests failed; their messages are above", "tests", "Correct the code, or the test if it asks for the wrong thing.");
        });

    [Parameter("Groups of benchmarks, with commas between: products, kernels, training, steps, evaluation, generation, memory, pool, peeling, mirage, by default all of these; and of the GPU: gpubits, gputraining, gpuproduct", Targets = nameof(Benchmark))]
    readonly string? Only;

    [Parameter("Most threads; everything is measured with 1, too; by default the logical processors", Minimum = 1, Targets = nameof(Benchmark))]
    readonly int? Threads;

    [Parameter("Instruction set: Scalar, Vector128, Vector256 or Vector512; by default the widest", Targets = nameof(Benchmark))]
    readonly string? Set;

    [Parameter("Measure one model: laptop, laptop96, small, wide or paper; by default those that each group is measured with", Targets = nameof(Benchmark))]
    readonly string? Model;

    [Parameter("File that the results are also written to, as JSON", Targets = nameof(Benchmark))]
    readonly string? Json;

    Target Benchmark => _ => _
        .Description("Measure products, training, evaluation and memory against the machine's own peak")
        .Executes(async () =>
        {
            List<string> arguments = ["run", "--project", "tests/Benchmarks", "--configuration", "Release", "--"];
            foreach (var (option, value) in new[] { ("--only", Only), ("--threads", $"{Threads}"), ("--set", Set), ("--model", Model), ("--json", Json) })
            {
                if (!string.IsNullOrEmpty(value))
                    arguments.AddRange([option, value]);
            }

            if (await Tool.RunAsync("dotnet", arguments, RootDirectory, new Dictionary<string, string>(), Cancellation) != 0)
                throw new InputException("the benchmarks did not run; why is above", "Benchmark", "Correct it and run them again.");
        });
}
