using Research.Pipeline.CommandLine;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Parameters;

public sealed class ProfileTests : IDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Bare();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_command_line_wins_over_the_profile_over_the_common_file_over_the_environment_over_the_default()
    {
        var environment = new Dictionary<string, string> { ["research_stepCount"] = "5", ["OTHER_STEP_COUNT"] = "9" };
        Assert.Equal(7, Steps());
        Assert.Equal(5, Steps(environment));
        _sandbox.Write(".nuke/parameters.json", """{ "StepCount": 4 }""");
        Assert.Equal(4, Steps(environment));
        _sandbox.Write(".nuke/parameters.laptop.json", """{ "StepCount": 3 }""");
        Assert.Equal(3, Steps(environment));
        Assert.Equal(2, Steps(environment, "--step-count", "2"));

        int Steps(IReadOnlyDictionary<string, string>? variables = null, params string[] arguments) =>
            Run(variables, ["--required", "1", .. arguments]).StepCount;
    }

    [Fact]
    public void Values_of_every_type_are_read_from_files_and_texts()
    {
        _sandbox.Write(".nuke/parameters.laptop.json", """
            {
              // Comments are welcome.
              "$schema": "./build.schema.json",
              "Required": 1,
              "Rate": 3e-4,
              "Noises": [0, 0.02, 0.04],
              "Reading": "Ambiguous",
              "Seeds": [1, 2],
              "Models": [{ "Width": 96, "Layers": 3 }, { "Width": 64 }],
              "Budget": 12345678901
            }
            """);

        var build = Run();

        Assert.Equal(3e-4, build.Rate);
        Assert.Equal([0, 0.02, 0.04], build.Noises);
        Assert.Equal(Reading.Ambiguous, build.Kind);
        Assert.Equal([1, 2], build.SeedList);
        Assert.Equal([new Model(96, 3), new Model(64)], build.ModelList);
        Assert.Equal(12345678901, build.Budget);

        build = Run(null, "--noises", "0.5,1", "--reading", "released", "--models", """[{ "Width": 8 }]""", "--seeds", "", "--rate", "1");
        Assert.Equal([0.5, 1], build.Noises);
        Assert.Equal(Reading.Released, build.Kind);
        Assert.Equal([new Model(8)], build.ModelList);
        Assert.Empty(build.SeedList);
    }

    [Theory]
    [InlineData("{", "line 1, column 2: it is not valid JSON")]
    [InlineData("{\n  \"StepCount\": 3,,\n}", "line 2, column 18: it is not valid JSON")]
    [InlineData("{ \"StepCount\": 3 } x", "line 1, column 20: it is not valid JSON")]
    [InlineData("[1]", "it holds an array. Write an object with one member per parameter.")]
    [InlineData("{\n  \"StepCout\": 3\n}", "line 2, column 3: there is no parameter 'StepCout'. Did you mean 'StepCount'?")]
    [InlineData("{ \"stepcount\": 3 }", "there is no parameter 'stepcount'. Did you mean 'StepCount'?")]
    [InlineData("{ \"StepCount\": 3, \"StepCount\": 4 }", "column 19: 'StepCount' is set twice. Remove one of the two.")]
    [InlineData("{ \"StepCount\": \"many\" }", "column 16 (StepCount): the text \"many\" is not accepted. Accepted: integer, at least 1.")]
    [InlineData("{ \"StepCount\": 0 }", "the number 0 is not accepted. Accepted: integer, at least 1.")]
    [InlineData("{ \"StepCount\": 2.5 }", "the number 2.5 is not accepted. Accepted: integer, at least 1.")]
    [InlineData("{ \"StepCount\": null }", "null is not accepted")]
    [InlineData("{ \"StepCount\": 99999999999 }", "the number 99999999999 is not accepted")]
    [InlineData("{ \"Rate\": 0 }", "the number 0 is not accepted. Accepted: number, greater than 0.")]
    [InlineData("{ \"Rate\": 1e999 }", "the number 1e999 is not accepted")]
    [InlineData("{ \"Noises\": 0.1 }", "the number 0.1 is not a list. Accepted: list of (number, from 0 to 1).")]
    [InlineData("{ \"Noises\": [0, 1.5] }", "column 17 (Noises): the number 1.5 is not accepted. Accepted: list of (number, from 0 to 1).")]
    [InlineData("{ \"Reading\": \"Releasd\" }", "'Releasd' is not accepted. Did you mean 'Released'? Accepted: Released | Ambiguous.")]
    [InlineData("{ \"Loud\": 1 }", "the number 1 is neither true nor false")]
    [InlineData("{ \"Models\": [{ \"Widht\": 3 }] }", "Model has no 'Widht'. Did you mean 'Width'? Accepted: list of {Width, Layers}.")]
    [InlineData("{ \"Models\": [{ \"Layers\": 3 }] }", "Model needs 'Width' (integer)")]
    [InlineData("{ \"Models\": [{ \"Width\": \"x\" }] }", "column 25 (Models): Width: the text \"x\" is not accepted (integer)")]
    [InlineData("{ \"Models\": [{ \"Width\": 7 }] }", "column 14 (Models): width 7 is not divisible by 8 heads")]
    public void A_wrong_file_is_told_with_its_place_and_runs_nothing(string text, string message)
    {
        _sandbox.Write(".nuke/parameters.laptop.json", text);
        var build = new SettingsBuild();

        var outcome = _sandbox.Run(build, all => all.Look);

        Assert.Equal(ExitCode.BadUsage, outcome.ExitCode);
        Assert.StartsWith(".nuke/parameters.laptop.json", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.False(build.HasRun);
    }

    [Fact]
    public void A_wrong_value_in_the_environment_names_the_variable()
    {
        var outcome = _sandbox.Run(
            new SettingsBuild(),
            new Probe(),
            all => all.Look,
            host => host with { Environment = new Dictionary<string, string> { ["RESEARCH_STEP_COUNT"] = "x" } });

        Assert.Equal("RESEARCH_STEP_COUNT: 'x' is not accepted. Accepted: integer, at least 1.\n", outcome.Error);
    }

    [Fact]
    public void A_parameter_without_any_value_is_an_error_only_if_it_has_to_have_one()
    {
        var outcome = _sandbox.Run(new SettingsBuild(), all => all.Look);

        Assert.Equal(ExitCode.BadUsage, outcome.ExitCode);
        Assert.StartsWith("parameter Required: it is not set (Needed; integer).", outcome.Error, StringComparison.Ordinal);
        Assert.Null(Run(null, "--required", "1").Name);
    }

    private SettingsBuild Run(IReadOnlyDictionary<string, string>? variables = null, params string[] arguments)
    {
        var build = new SettingsBuild();
        var outcome = _sandbox.Run(
            build, new Probe(), all => all.Look, host => host with { Environment = variables ?? new Dictionary<string, string>() }, arguments);
        Assert.Equal("", outcome.Error);
        Assert.True(build.HasRun);
        return build;
    }

    private enum Reading
    {
        Released,
        Ambiguous,
    }

    private sealed record Model
    {
        public Model(int Width, int Layers = 2)
        {
            if (Width % 8 != 0)
                throw new ArgumentException($"width {Width} is not divisible by 8 heads");
            (this.Width, this.Layers) = (Width, Layers);
        }

        public int Width { get; }

        public int Layers { get; }
    }

    private sealed class SettingsBuild : ResearchBuild
    {
#pragma warning disable CS0649, IDE1006, IDE0044 // The engine sets parameters by reflection.
        [Parameter("Steps", Minimum = 1)]
        public readonly int StepCount = 7;

        [Parameter("Rate", Above = 0)]
        public readonly double Rate = 1;

        [Parameter("Noise", Minimum = 0, Maximum = 1)]
        public readonly double[] Noises = [];

        [Parameter("Which reading")]
        private readonly Reading Reading = Reading.Ambiguous;

        [Parameter("Seeds")]
        private readonly IReadOnlyList<int> Seeds = [];

        [Parameter("Models")]
        private readonly Model[] Models = [];

        [Parameter("Budget")]
        public readonly long Budget = 1;

        [Parameter("A name")]
        public readonly string? Name;

        [Parameter("Loud")]
        private readonly bool Loud;

        [Parameter("Needed")]
        private readonly int Required;
#pragma warning restore CS0649, IDE1006, IDE0044

        public bool HasRun { get; private set; }

        public Reading Kind => Reading;

        public IReadOnlyList<int> SeedList => Seeds;

        public IReadOnlyList<Model> ModelList => Models;

        public Target Look => _ => _.Executes(() => HasRun = !Loud && Required > 0);
    }
}
