namespace Research.Snapshots.Tests;

/// <summary>
/// The profile <c>smoke</c>, built once from an empty store. Tests that change something work on copies.
/// </summary>
public sealed class SmokeRun : IAsyncLifetime
{
    internal Checkout Checkout { get; } = new();

    internal BuildResult Result { get; private set; } = null!;

    internal RunFile Run { get; private set; } = null!;

    internal ReportNumbers Numbers { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Result = (await Checkout.RunAsync("Report --profile smoke")).Succeeded();
        (Run, Numbers) = (Checkout.LastRun, Checkout.Numbers);
    }

    public Task DisposeAsync()
    {
        Checkout.Dispose();
        return Task.CompletedTask;
    }
}
