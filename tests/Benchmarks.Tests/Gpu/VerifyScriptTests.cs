using System.Diagnostics;
using System.Text.Json;

namespace Research.Benchmarks.Tests.Gpu;

/// <summary>The script that verifies a GPU, with programs in its place that end as a test wants.</summary>
public sealed class VerifyScriptTests : IDisposable
{
    private const string Golden = """{ "passed": true, "results": [ { "device": "NVIDIA T, CUDA" } ] }""";

    private readonly string folder = Directory.CreateTempSubdirectory("verify-gpu-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableFact]
    public void Everything_well_is_0_with_one_summary_and_the_results_of_all_steps()
    {
        var (code, output, summary) = Run(Golden, bits: 0, training: 0);

        Assert.Equal(0, code);
        Assert.Contains("verified: every bit compared is equal (", output, StringComparison.Ordinal);
        Assert.Contains("on NVIDIA T, CUDA", output, StringComparison.Ordinal);
        Assert.True(summary.GetProperty("bitsAreEqual").GetBoolean());
        Assert.Equal(
            ["conformance passed", "bits passed", "training passed", "product passed", "pytorch skipped: python3 has no torch here"], Steps(summary));
        Assert.True(summary.GetProperty("steps")[0].GetProperty("result").GetProperty("passed").GetBoolean());
        Assert.Equal(5, summary.GetProperty("steps")[1].GetProperty("result").GetProperty("value").GetInt32());
    }

    [SkippableTheory]
    [InlineData(3, "bits bits differ")]
    [InlineData(4, "bits no GPU that can be used")]
    [InlineData(139, "bits failed with exit code 139")]
    [InlineData(124, "bits stopped after 165 s")]
    public void Bits_that_differ_or_could_not_be_compared_are_1_and_the_other_steps_run(int bits, string expected)
    {
        var (code, output, summary) = Run(Golden, bits, training: 0);

        Assert.Equal(1, code);
        Assert.Contains("NOT VERIFIED", output, StringComparison.Ordinal);
        Assert.False(summary.GetProperty("bitsAreEqual").GetBoolean());
        Assert.Contains(expected, Steps(summary));
        Assert.Contains("training passed", Steps(summary));
    }

    [SkippableFact]
    public void A_kernel_that_is_not_golden_is_1()
    {
        var (code, _, summary) = Run("""{ "passed": false, "results": [] }""", bits: 0, training: 0);

        Assert.Equal(1, code);
        Assert.Contains("conformance bits differ", Steps(summary));
    }

    [SkippableFact]
    public void A_conformance_that_did_not_go_through_the_door_asked_for_proves_nothing()
    {
        var (code, _, summary) = Run("""{ "passed": true, "results": [ { "device": "T, OpenCL" } ] }""", bits: 0, training: 0, "--device", "cuda");

        Assert.Equal(1, code);
        Assert.Contains("conformance no GPU that can be used", Steps(summary));
    }

    [SkippableFact]
    public void A_measurement_that_fails_is_2_and_hides_nothing()
    {
        var (code, output, summary) = Run(Golden, bits: 0, training: 7);

        Assert.Equal(2, code);
        Assert.Contains("but a measurement failed", output, StringComparison.Ordinal);
        Assert.Contains("the disk is full", output, StringComparison.Ordinal);
        Assert.Contains("training failed with exit code 7", Steps(summary));
        Assert.Contains("product passed", Steps(summary));
    }

    [SkippableTheory]
    [InlineData("--fast")]
    [InlineData("--device")]
    [InlineData("--device", "tpu")]
    public void Wrong_options_are_64(params string[] options) => Assert.Equal(64, Run(Golden, 0, 0, options).Code);

    private static List<string> Steps(JsonElement summary) =>
        [.. summary.GetProperty("steps").EnumerateArray().Select(step => $"{step.GetProperty("step")} {step.GetProperty("outcome")}")];

    private (int Code, string Output, JsonElement Summary) Run(string conformance, int bits, int training, params string[] options)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "a worker is for Linux");
        foreach (var script in new[] { "verify-gpu.sh", "environment.sh" })
            File.Copy(Path.Combine(Scripts(), script), Path.Combine(folder, script), overwrite: true);
        File.WriteAllText(Path.Combine(folder, "conformance.txt"), conformance);
        Program("dotnet/dotnet", $$"""
            case "$2" in
                Conformance)
                    mkdir -p "{{folder}}/artifacts/conformance"
                    cp "{{folder}}/conformance.txt" "{{folder}}/artifacts/conformance/conformance.json"
                    echo "all digests are the golden ones"
                    grep -q '"passed": true' "{{folder}}/conformance.txt" ;;
                *)
                    echo "the disk is full"
                    echo '{ "value": 5 }' >"$7"
                    case "$3" in gpubits) exit {{bits}} ;; gputraining) exit {{training}} ;; esac ;;
            esac
            """);
        Program("bin/python3", "exit 1");
        var output = Path.Combine(folder, "report");
        var start = new ProcessStartInfo(Path.Combine(folder, "verify-gpu.sh"), ["--output", output, .. options]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{Path.Combine(folder, "bin")}:/usr/bin:/bin";
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var summary = Path.Combine(output, "summary.json");
        return (process.ExitCode, text, File.Exists(summary) ? JsonDocument.Parse(File.ReadAllText(summary)).RootElement : default);
    }

    private void Program(string name, string script)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string Scripts()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var scripts = Path.Combine(at.FullName, "build", "worker");
            if (Directory.Exists(scripts))
                return scripts;
        }

        throw new DirectoryNotFoundException("build/worker is nowhere above the tests");
    }
}
