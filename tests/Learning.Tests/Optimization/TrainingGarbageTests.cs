using Research.Learning.Optimization;
using Research.Numerics.Cpu;

namespace Research.Learning.Tests.Optimization;

public sealed class TrainingGarbageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(3, 1)]
    [InlineData(45, 2)]
    public void A_step_allocates_nothing_but_its_row_of_the_loss_curve(int batch, int threads)
    {
        const int Steps = 10;
        var item = TinyCorpus.Training with { Schedule = new TrainingSpec { Steps = 3 * Steps, Batch = batch, WarmupSteps = 5 } };
        using var device = new CpuDevice(threads, allowEmulatedFma: true);
        using var run = new TrainingRun(item, TinyCorpus.Create(folder.Create("corpus")).Train, device);
        Advance();
        var row = Allocated(() => GC.KeepAlive(new LossRow(1, 1, 1, 1, 1)));
        Assert.InRange(Allocated(Advance), 0, Steps * row);

        void Advance()
        {
            for (var i = 0; i < Steps; i++)
            {
                run.Advance();
            }
        }
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
