using System.Text.Json;

namespace Research.Benchmarks.Tests;

public sealed class BenchmarkProgramTests : IDisposable
{
    private readonly string json = Path.Combine(Path.GetTempPath(), $"benchmark-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(json);

    [Fact]
    public void A_rehearsal_runs_every_group_with_one_thread_and_several_and_writes_json()
    {
        var (output, errors) = (new StringWriter(), new StringWriter());

        var code = BenchmarkProgram.Run(["--rehearsal", "--threads", "2", "--json", json], output, errors);

        Assert.Equal("", errors.ToString());
        Assert.Equal(0, code);
        using var document = JsonDocument.Parse(File.ReadAllText(json));
        var root = document.RootElement;
        Assert.Equal("num-", root.GetProperty("version").GetString()![..4]);
        Assert.True(root.GetProperty("machine").GetProperty("cores").GetInt32() > 0);
        Assert.NotEmpty(root.GetProperty("machine").GetProperty("instructionSets").EnumerateArray());
        var measurements = root.GetProperty("measurements").EnumerateArray().ToList();
        foreach (var group in new[] { "products", "kernels", "training", "steps", "evaluation", "generation", "memory", "peeling", "mirage" })
        {
            var threads = measurements
                .Where(measurement => measurement.GetProperty("group").GetString() == group)
                .Select(measurement => measurement.GetProperty("threads").GetInt32())
                .Distinct().Order();
            Assert.Equal([1, 2], threads);
            Assert.Contains($"### {group}", output.ToString(), StringComparison.Ordinal);
        }

        // A rehearsal can be over before the clock shows any time, and its exponents are noise.
        Assert.All(measurements, measurement =>
        {
            var value = measurement.GetProperty("value").GetDouble();
            Assert.True(double.IsFinite(value) && (value >= 0 || measurement.GetProperty("name").GetString()!.StartsWith("exponent", StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void The_pool_is_measured_with_many_more_threads_than_the_machine_has_whatever_was_asked_for()
    {
        var output = new StringWriter();
        Assert.Equal(0, BenchmarkProgram.Run(["--rehearsal", "--only", "pool", "--json", json], output, TextWriter.Null));
        using var document = JsonDocument.Parse(File.ReadAllText(json));
        var measurements = document.RootElement.GetProperty("measurements").EnumerateArray().ToList();

        Assert.Equal([1, 2, 4, 16, 64], measurements.Select(measurement => measurement.GetProperty("threads").GetInt32()).Distinct());
        Assert.All(measurements, measurement => Assert.True(measurement.GetProperty("value").GetDouble() >= 0));
        Assert.Contains(measurements, measurement => measurement.TryGetProperty("ratio", out var ratio) && ratio.ValueKind == JsonValueKind.Number);
    }

    [Fact]
    public void A_table_of_scores_is_imported_where_one_is_named_missed_aloud_where_none_is_and_refused_where_it_does_not_exist()
    {
        var table = Path.ChangeExtension(json, ".csv");
        var before = Environment.GetEnvironmentVariable(BenchmarkOptions.ScoresVariable);
        try
        {
            File.WriteAllText(table, "family,scale,task,metric,value\n" + string.Concat(Enumerable.Range(1, 5).Select(i => $"f,{i},t,acc,0.{i}\n")));
            Assert.Contains("re-analyzed", Mirage(table, out var code, out _), StringComparison.Ordinal);
            Assert.Equal(0, code);
            Assert.Contains("No table of scores", Mirage("", out code, out _), StringComparison.Ordinal);
            Assert.Equal(0, code);
            Assert.Equal("", Mirage("no-such.csv", out code, out var errors));
            Assert.Equal(1, code);
            Assert.Contains("RESEARCH_SCORES names 'no-such.csv'", errors, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(BenchmarkOptions.ScoresVariable, before);
            File.Delete(table);
        }

        static string Mirage(string scores, out int code, out string errors)
        {
            Environment.SetEnvironmentVariable(BenchmarkOptions.ScoresVariable, scores);
            var (output, error) = (new StringWriter(), new StringWriter());
            code = BenchmarkProgram.Run(["--rehearsal", "--only", "mirage", "--threads", "1"], output, error);
            errors = error.ToString();
            return output.ToString();
        }
    }

    [Theory]
    [InlineData("--threads", "0")]
    [InlineData("--threads", "many")]
    [InlineData("--set", "Vector1024")]
    [InlineData("--only", "speed")]
    [InlineData("--model", "huge")]
    [InlineData("--fast", "yes")]
    [InlineData("--rehearsal", "--json")]
    public void An_option_that_cannot_be_meant_is_answered_with_the_usage(string first, string second)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        Assert.Equal(1, BenchmarkProgram.Run([first, second], output, errors));
        Assert.Contains("Usage:", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public void Only_the_groups_asked_for_are_measured()
    {
        var output = new StringWriter();
        BenchmarkProgram.Run(["--rehearsal", "--only", "memory", "--threads", "1", "--json", json], output, TextWriter.Null);
        using var document = JsonDocument.Parse(File.ReadAllText(json));
        Assert.All(
            document.RootElement.GetProperty("measurements").EnumerateArray(),
            measurement => Assert.Equal("memory", measurement.GetProperty("group").GetString()));
    }
}
