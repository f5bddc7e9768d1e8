using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.CommandLine;

public sealed class HelpTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Help_lists_targets_options_and_parameters_with_accepted_values_and_where_their_values_come_from()
    {
        _sandbox.Write(".nuke/parameters.smoke.json", """{ "Times": 3 }""");

        var outcome = _sandbox.Run(
            new TextBuild(),
            host => host with { Environment = new Dictionary<string, string> { ["RESEARCH_LETTERS"] = "x,y" } },
            "--help", "--profile", "smoke", "--separator", "; ");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Ran);
        Assert.Equal("""
            Usage: ./build.sh [Target ...] [options]

            Targets (with their direct dependencies):
              Write             Write each letter some times
              Upper             Change to capitals  -> Write
              Join (default)    Put all texts together  -> Upper
              Print             Print the joined text  -> Join
              Ask               Answer a question

            Options:
              --profile NAME       Parameters to use: laptop (default) | smoke
              --jobs N             Cores that jobs may keep busy together; at least 1, by default all
              --device WHERE       auto (default: an NVIDIA GPU if there is one) | cpu | gpu; changes the time, never a result
              --dry-run            List what would run and why in a word; execute nothing
              --why [JOB]          Explain what would run by the parts of the key that changed; JOB is a target,
                                   a job or TARGET/JOB, with * and ? for any text and any letter
              --plan               Write the graph as an HTML page, artifacts/PROFILE/plan.html
              --no-cache           Run also what is cached, and warn if a result differs
              --keep-going         After a failure, run what does not depend on it
              --verbosity LEVEL    quiet | minimal | normal (default) | verbose
              --schema             Write .nuke/build.schema.json, which gives editors completion in the parameter files
              --help               Show this text

            Parameters (with their values in profile smoke; in files PascalCase, in variables RESEARCH_NAME):
              --letters      Letters to write
                             list of text; x,y from RESEARCH_LETTERS
              --times        How often each letter is written
                             integer, from 1 to 100; 3 from .nuke/parameters.smoke.json
              --separator    Text between the letters
                             text; ;  from --separator
              --loud         Exclaim
                             true or false; false by default
              --question     A question [Ask]
                             text; not set

            Exit codes: 0 success, 1 something failed, 2 bad usage, 130 cancelled.

            """, outcome.Output);
    }

    [Fact]
    public void Help_answers_also_when_the_profile_is_wrong()
    {
        _sandbox.Write(".nuke/parameters.laptop.json", "{");

        var outcome = _sandbox.Run("--help");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("--times", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Not all is shown: .nuke/parameters.laptop.json, line 1, column 2: it is not valid JSON", outcome.Output, StringComparison.Ordinal);
    }
}
