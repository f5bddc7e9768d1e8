using System.Runtime.InteropServices;
using Research.Numerics.Cpu;

namespace Research.Numerics.Tests.Cpu;

public unsafe class WorkerPoolTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    public void Every_item_of_every_job_runs_once(int threads)
    {
        using var pool = new WorkerPool(threads);
        var counts = (int*)NativeMemory.AllocZeroed(200, sizeof(int));
        for (var job = 0; job < 2000; job++)
        {
            var items = job % 37;
            pool.Run(new CountItems(counts, threads), items);
            for (var item = 0; item < 200; item++)
            {
                Assert.Equal(item < items ? 1 : 0, counts[item]);
                counts[item] = 0;
            }

            // Now and then the workers have time to go to sleep.
            if (job % 500 == 0)
                Thread.Sleep(5);
        }

        NativeMemory.Free(counts);
    }

    [Fact]
    public void All_of_many_sleeping_threads_are_woken_when_there_is_work_for_all()
    {
        const int Threads = 64;
        using var pool = new WorkerPool(Threads);
        using var everyone = new Barrier(Threads);
        meeting = everyone;
        for (var job = 0; job < 3; job++)
        {
            // Long enough for every worker to fall asleep.
            Thread.Sleep(100);
            pool.Run(default(Meet), Threads);
            Assert.Equal(job + 1, everyone.CurrentPhaseNumber);
        }
    }

    [Fact]
    public void Without_work_all_fall_asleep_and_few_items_wake_no_more_threads_than_they_need()
    {
        const int Threads = 16;
        const int Items = 3;
        using var pool = new WorkerPool(Threads);
        using var everyone = new Barrier(Items);
        meeting = everyone;
        for (var job = 0; job < 50; job++)
        {
            Assert.True(SpinWait.SpinUntil(() => pool.Asleep == Threads - 1, TimeSpan.FromMinutes(1)));
            pool.Run(default(Meet), Items);
            Assert.InRange(pool.Asleep, Threads - Items, Threads - 1);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void An_exception_of_an_item_reaches_the_caller_and_the_pool_lives_on(int threads)
    {
        using var pool = new WorkerPool(threads);
        var counts = (int*)NativeMemory.AllocZeroed(10, sizeof(int));
        Assert.Throws<InvalidOperationException>(() => pool.Run(new Fail(), 8));
        pool.Run(new CountItems(counts, threads), 10);
        for (var item = 0; item < 10; item++)
            Assert.Equal(1, counts[item]);
        NativeMemory.Free(counts);
    }

    // A kernel's struct holds no managed objects.
    private static Barrier? meeting;

    /// <summary>Nobody gets on until all threads have come.</summary>
    private readonly struct Meet : IWork
    {
        public void Run(int item, int worker) => Assert.True(meeting!.SignalAndWait(TimeSpan.FromMinutes(2)));
    }

    private readonly struct CountItems(int* counts, int threads) : IWork
    {
        public void Run(int item, int worker)
        {
            Assert.InRange(worker, 0, threads - 1);
            Interlocked.Increment(ref counts[item]);
        }
    }

    private readonly struct Fail : IWork
    {
        public void Run(int item, int worker)
        {
            if (item == 5)
                throw new InvalidOperationException("Item 5 fails.");
        }
    }
}
