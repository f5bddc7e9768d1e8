using Research.Learning.Optimization;
using Research.Numerics.Cpu;

namespace Research.Learning.Tests.Optimization;

[CollectionDefinition(nameof(TrainingGarbageTests), DisableParallelization = true)]
public sealed class AloneInTheProcess;

/// <summary>Counts what all threads allocate, so that nothing else may run.</summary>
[Collection(nameof(TrainingGarbageTests))]
public sealed class TrainingGarbageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(3, 1)]
    [InlineData(45, 2)]
    public void A_step_allocates_nothing_but_its_row_of_the_loss_curve(int batch, int threads)
    {
        const int Steps = 300;
        var item = TinyCorpus.Training with { Schedule = new TrainingSpec { Steps = 5 * Steps, Batch = batch, WarmupSteps = 5 } };
        using var device = new CpuDevice(threads, allowEmulatedFma: true);
        using var run = new TrainingRun(item, TinyCorpus.Create(folder.Create("corpus")).Train, device);
        Advance();
        var rows = new LossRow[Steps];
        var row = Allocated(() =>
        {
            for (var i = 0; i < Steps; i++)
                rows[i] = new LossRow(1, 1, 1, 1, 1);
        });
        GC.KeepAlive(rows);

        // The smallest object has 24 bytes.
        Assert.InRange(Allocated(Advance), 0, row + (4 * Steps));

        void Advance()
        {
            for (var i = 0; i < Steps; i++)
            {
                run.Advance();
            }
        }
    }

    // The least of three: the runtime's and the test runner's own threads allocate now and then, too.
    private static long Allocated(Action action) => Enumerable.Range(0, 3).Min(_ =>
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        action();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    });
}
