using Research.Jobs;
using Research.Pipeline.CommandLine;
using Research.Pipeline.Dsl;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Dsl;

public sealed class TargetDefinitionTests : IDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Bare();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_stage_gets_up_to_five_inputs_single_or_listed_artifacts_files_and_folders_and_its_parameters_are_their_roles()
    {
        _sandbox.Write("data/numbers.csv", "1,2");
        _sandbox.Write("templates/page.txt", "page");
        _sandbox.Write("templates/parts/part.txt", "part");
        var build = new MixedBuild();

        var outcome = _sandbox.Run(build, all => all.Mix);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("one 1|one 1,one 2,one 3|one 2,one 3|1,2|page,part|mix", _sandbox.Read("artifacts/laptop/mix/mix/text.txt"));
        Assert.Equal(
            ["file", "folder", "list[0]", "list[1]", "list[2]", "single", "some[0]", "some[1]"],
            _sandbox.ComponentsOf("Mix", "mix")
                .Where(component => component.StartsWith("input.", StringComparison.Ordinal))
                .Select(component => component["input.".Length..]));
    }

    [Theory]
    [InlineData("data/numbers.csv", "1,3", true)]
    [InlineData("data/numbers.csv", "1,2", false)]
    [InlineData("templates/parts/part.txt", "other", true)]
    [InlineData("templates/new.txt", "new", true)]
    [InlineData("elsewhere.txt", "new", false)]
    public void A_source_is_known_by_its_content_and_names(string file, string text, bool runs)
    {
        _sandbox.Write("data/numbers.csv", "1,2");
        _sandbox.Write("templates/page.txt", "page");
        _sandbox.Write("templates/parts/part.txt", "part");
        _sandbox.Run(new MixedBuild(), all => all.Mix);

        _sandbox.Write(file, text);
        var build = new MixedBuild();
        _sandbox.Run(build, all => all.Mix);

        Assert.Equal(runs ? ["Mix"] : [], build.Ran);
    }

    [Fact]
    public void A_source_that_changes_while_a_job_reads_it_makes_the_job_fail()
    {
        _sandbox.Write("data/numbers.csv", "1,2");
        _sandbox.Write("templates/page.txt", "page");
        var build = new MixedBuild { InMix = () => _sandbox.Write("templates/page.txt", "changed") };

        var outcome = _sandbox.Run(build, all => all.Mix);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("templates: it changed while the job was reading it. Run again.", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_source_is_told_before_anything_runs()
    {
        var outcome = _sandbox.Run(new MixedBuild(), all => all.Mix);

        Assert.Equal(ExitCode.BadUsage, outcome.ExitCode);
        Assert.Equal(
            "Mix / mix, input 'file': the file 'data/numbers.csv' does not exist. Restore it, or correct the path.\n", outcome.Error);
    }

    [Fact]
    public void An_item_is_found_by_its_values_even_if_it_holds_an_array()
    {
        Assert.Equal(0, _sandbox.Run(new MixedBuild(), all => all.ByArray).ExitCode);
        Assert.Equal("0 0.5", _sandbox.Read("artifacts/laptop/by-array/again/text.txt"));
    }

    [Fact]
    public void An_artifact_can_be_opened_with_another_view_of_its_folder()
    {
        Assert.Equal(0, _sandbox.Run(new MixedBuild(), all => all.ByView).ExitCode);
        Assert.Equal("5", _sandbox.Read("artifacts/laptop/by-view/again/text.txt"));
    }

    [Fact]
    public void A_job_may_read_another_job_of_its_own_target()
    {
        Assert.Equal(0, _sandbox.Run(new MixedBuild(), all => all.Chain).ExitCode);
        Assert.Equal("0123", _sandbox.Read("artifacts/laptop/chain/3/text.txt"));
    }

    [Fact]
    public void Only_the_jobs_that_are_needed_run()
    {
        var build = new MixedBuild();

        _sandbox.Run(build, all => all.ByView);

        Assert.Equal(["ByView", "One 2"], build.Ran);
    }

    private sealed class TextLength(string folder) : IArtifact<TextLength>
    {
        public int Value => TextFile.Open(folder).Text.Length;

        public static TextLength Open(string folder) => new(folder);
    }

    private sealed class Folder(string path) : IArtifact<Folder>
    {
        public string All => string.Join(',', Directory.GetFiles(path, "*", SearchOption.AllDirectories).Order().Select(File.ReadAllText));

        public static Folder Open(string folder) => new(folder);
    }

    private sealed record WithArray(double[] Noises)
    {
        public override string ToString() => "noisy";
    }

    private sealed class MixedBuild : ResearchBuild
    {
        private readonly Probe _probe = new();

        public Action InMix { get; init; } = () => { };

        public IReadOnlyList<string> Ran => _probe.Ran;

        public Target<int, TextFile> One => _ => _
            .ForEach(1, 2, 3)
            .Runs((item, output, _) => Write(output, $"One {item}", $"one {item}"));

        public Target<string, TextFile> Mix => _ => _
            .ForEach("mix")
            .From(_ => One.For(1))
            .From(One.All)
            .From(One.Where(item => item > 1))
            .FromFile("data/numbers.csv")
            .FromFolder<Folder>("templates")
            .Runs(MixAll);

        public Target<WithArray, TextFile> Noisy => _ => _
            .ForEach(new WithArray([0, 0.5]))
            .Runs((item, output, _) => output.Text = string.Join(' ', item.Noises));

        public Target<string, TextFile> ByArray => _ => _
            .ForEach("again")
            .From(_ => Noisy.For(new WithArray([0, 0.5])))
            .Runs((_, noisy, output, _) => output.Text = noisy.Text);

        public Target<string, TextFile> ByView => _ => _
            .ForEach("again")
            .From(_ => One.For(2).As<TextLength>())
            .Runs((_, length, output, _) => Write(output, "ByView", $"{length.Value}"));

        public Target<int, TextFile> Chain => _ => _
            .ForEach(0, 1, 2, 3)
            .From(item => Chain.Where(earlier => earlier == item - 1))
            .Runs((item, earlier, output, _) => output.Text = string.Concat(earlier.Select(text => text.Text)) + item);

        private void MixAll(
            string item,
            TextFile single,
            IReadOnlyList<TextFile> list,
            IReadOnlyList<TextFile> some,
            FileInfo file,
            Folder folder,
            TextFile output,
            JobContext job)
        {
            InMix();
            string Join(IReadOnlyList<TextFile> texts) => string.Join(',', texts.Select(text => text.Text));
            Write(output, "Mix", $"{single.Text}|{Join(list)}|{Join(some)}|{File.ReadAllText(file.FullName)}|{folder.All}|{item}");
        }

        private void Write(TextFile output, string name, string text)
        {
            _probe.Note(name);
            output.Text = text;
        }
    }
}
