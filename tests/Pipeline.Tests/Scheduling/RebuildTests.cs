using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Scheduling;

public sealed class RebuildTests : IDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Bare();

    public void Dispose() => _sandbox.Dispose();

    [Theory, InlineData(1), InlineData(2), InlineData(8)]
    public void An_input_that_several_jobs_find_damaged_is_made_again_once_and_each_of_them_runs_once(int cores)
    {
        Assert.Equal(0, Run("1", cores).ExitCode);
        _sandbox.DamageObject("artifacts/laptop/source/1/text.txt");

        var outcome = Run("1,2,3,4,5,6", cores);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["End", "Read 2", "Read 3", "Read 4", "Read 5", "Read 6", "Source"], outcome.Ran);
        Assert.Matches(@"(?m)^Source +Succeeded +1 +0 ", outcome.Output);
        Assert.Matches(@"(?m)^Read +Succeeded +6 +1 ", outcome.Output);
        Assert.Equal("111111", _sandbox.Read("artifacts/laptop/end/1/text.txt"));
    }

    private Outcome Run(string items, int cores)
    {
        var build = new FanBuild();
        return _sandbox.Run(build, build.Probe, all => all.End, _ => _, "--items", items, "--jobs", $"{cores}");
    }

    private sealed class FanBuild : ResearchBuild
    {
        [Parameter("Items")]
        private readonly int[] Items = [];

        public Probe Probe { get; } = new();

        public Target<int, TextFile> Source => _ => _
            .ForEach(1)
            .Runs((item, output, _) => Write(output, "Source", $"{item}"));

        public Target<int, TextFile> Read => _ => _
            .ForEach(Items)
            .From(_ => Source.For(1))
            .Runs((item, source, output, _) => Write(output, $"Read {item}", source.Text));

        public Target<int, TextFile> End => _ => _
            .ForEach(1)
            .From(_ => Read.All)
            .Runs((_, texts, output, _) => Write(output, "End", string.Concat(texts.Select(text => text.Text))));

        private void Write(TextFile output, string name, string text)
        {
            Probe.Note(name);
            output.Text = text;
        }
    }
}
