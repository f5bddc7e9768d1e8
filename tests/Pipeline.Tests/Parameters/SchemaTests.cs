using System.Text.Json;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Parameters;

public sealed class SchemaTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_schema_describes_every_parameter_and_refuses_others()
    {
        var outcome = _sandbox.Run("--schema");

        Assert.Equal((0, ".nuke/build.schema.json written\n"), (outcome.ExitCode, outcome.Output));
        using var schema = JsonDocument.Parse(_sandbox.Read(".nuke/build.schema.json"));
        Assert.False(schema.RootElement.GetProperty("additionalProperties").GetBoolean());
        var properties = schema.RootElement.GetProperty("properties");
        Assert.Equal(
            ["$schema", "Letters", "Times", "Separator", "Loud", "Question"], properties.EnumerateObject().Select(property => property.Name));
        Assert.Equal("integer", properties.GetProperty("Times").GetProperty("type").GetString());
        Assert.Equal(1, properties.GetProperty("Times").GetProperty("minimum").GetInt32());
        Assert.Equal(100, properties.GetProperty("Times").GetProperty("maximum").GetInt32());
        Assert.Equal("string", properties.GetProperty("Letters").GetProperty("items").GetProperty("type").GetString());
        Assert.Equal(".nuke/build.schema.json is up to date\n", _sandbox.Run("--schema").Output);
    }

    [Fact]
    public void A_run_of_a_person_writes_a_stale_schema_and_that_of_a_server_does_not()
    {
        _sandbox.Run(new TextBuild(), host => host with { Environment = new Dictionary<string, string> { ["CI"] = "true" } });
        Assert.False(File.Exists(_sandbox.PathOf(".nuke/build.schema.json")));

        _sandbox.Run();
        Assert.True(File.Exists(_sandbox.PathOf(".nuke/build.schema.json")));

        _sandbox.Write(".nuke/build.schema.json", "{}");
        File.SetLastWriteTimeUtc(_sandbox.PathOf(".nuke/build.schema.json"), DateTime.UtcNow.AddYears(-20));
        _sandbox.Run();
        Assert.Contains("Letters", _sandbox.Read(".nuke/build.schema.json"), StringComparison.Ordinal);
    }
}
