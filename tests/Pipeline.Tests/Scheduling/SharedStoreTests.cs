using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Scheduling;

public sealed class SharedStoreTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Two_builds_at_once_do_the_work_once()
    {
        var probe = new Probe { Inside = (_, _, _) => Thread.Sleep(5) };

        var outcomes = await Task.WhenAll(
            Task.Run(() => _sandbox.Run(new TextBuild { Probe = probe })),
            Task.Run(() => _sandbox.Run(new TextBuild { Probe = probe })));

        Assert.All(outcomes, outcome => Assert.Equal(0, outcome.ExitCode));
        Assert.Equal(7, probe.Ran.Count);
        Assert.Equal("AA, BB, CC", _sandbox.Read("artifacts/laptop/joined/all/text.txt"));
    }

    [Fact]
    public async Task A_build_says_for_whom_it_waits()
    {
        using var inside = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        var slow = new TextBuild
        {
            Probe = new Probe
            {
                Inside = (_, name, _) =>
                {
                    if (name != "a x2")
                        return;
                    inside.Release();
                    goOn.Wait(TimeSpan.FromSeconds(20));
                },
            },
        };
        var first = Task.Run(() => _sandbox.Run(slow, "Write", "--letters", "a"));
        await inside.WaitAsync();
        var output = new SignallingWriter("waits for", () => goOn.Release());
        var second = await Task.Run(() => _sandbox.Run(
            new TextBuild(), host => host with { Output = output }, "Write", "--letters", "a"));

        Assert.Equal(0, (await first).ExitCode);
        Assert.Empty(second.Ran);
        Assert.Contains($"a x2: waits for process {Environment.ProcessId} on {Environment.MachineName}", output.Text, StringComparison.Ordinal);
        Assert.Contains("a x2: another build has just done it", output.Text, StringComparison.Ordinal);
    }

    /// <summary>Calls back when a text is written.</summary>
    private sealed class SignallingWriter(string trigger, Action signal) : StringWriter
    {
        public string Text => ToString();

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(trigger, StringComparison.Ordinal) == true)
                signal();
        }
    }
}
