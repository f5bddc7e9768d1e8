using Research.Numerics.Cpu;

namespace Research.Numerics.Tests.Cpu;

[CollectionDefinition(nameof(PoolGarbageTests), DisableParallelization = true)]
public sealed class AloneInTheProcess;

/// <summary>Counts what all threads allocate, so that nothing else may run.</summary>
[Collection(nameof(PoolGarbageTests))]
public class PoolGarbageTests
{
    private const int Jobs = 300;

    private static int arrived;
    private static int expected;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void No_thread_allocates_for_a_job(int threads)
    {
        using var pool = new WorkerPool(threads);
        Run(100);

        // The smallest object has 24 bytes. The least of three: the runtime's and the test runner's own threads allocate, too.
        var allocated = Enumerable.Range(0, 3).Min(_ =>
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            Run(Jobs);
            return GC.GetTotalAllocatedBytes(precise: true) - before;
        });
        Assert.InRange(allocated, 0, 8 * Jobs);

        void Run(int jobs)
        {
            for (var job = 0; job < jobs; job++)
            {
                (arrived, expected) = (0, threads);
                pool.Run(default(Meet), threads);
                if (job % 100 == 0)
                    Thread.Sleep(1);
            }
        }
    }

    /// <summary>Every thread takes one, because none goes on before all have come.</summary>
    private readonly struct Meet : IWork
    {
        public void Run(int item, int worker)
        {
            Interlocked.Increment(ref arrived);
            while (Volatile.Read(ref arrived) < expected)
                Thread.Yield();
        }
    }
}
