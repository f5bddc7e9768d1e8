using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Research.Numerics.Cpu;

/// <summary>
/// Fork-join pool: the caller and <c>threads - 1</c> own threads share the items of one job. The caller waits only for
/// items that somebody has claimed, never for a worker as such, so that a busy machine slows it down as little as
/// possible. With one thread a job is a plain loop. No allocation per job.
/// </summary>
/// <remarks>
/// What keeps it cheap at many threads. On cores of their own: a job is published by one write that all waiting threads watch; an
/// item costs one atomic increment of one cache line, and a thread reports all its items of a job by one more; sleepers are woken by
/// a tree, and no more of them than there are items. On fewer cores than threads: only as many threads as there are cores wait
/// awake, the others sleep as soon as nothing is left to claim; and whoever waits awake gives its core away now and then, so that a
/// thread that holds an item and was displaced comes back. docs/benchmarks.md has the figures.
/// </remarks>
internal sealed unsafe class WorkerPool : IDisposable
{
    private readonly Worker[] workers;

    // The job in progress. Only who has claimed one of its items may read these fields: they stay until the last is
    // done.
    private void* work;
    private delegate*<void*, int, int, void> run;
    private ExceptionDispatchInfo? error;
    private Counters counters;
    private volatile bool stopped;

    /// <exception cref="PlatformNotSupportedException">
    /// The calling thread does not compute as the standard says; if a worker does not, the first job throws.
    /// </exception>
    public WorkerPool(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        FloatingPointMode.Check();
        Threads = threads;
        workers = new Worker[threads - 1];
        for (var i = 0; i < workers.Length; i++)
            workers[i] = new Worker(this, i + 1);
    }

    /// <summary>Threads that share a job, the caller included.</summary>
    public int Threads { get; }

    /// <summary>Own threads that sleep until there is work for them.</summary>
    public int Asleep => workers.Count(worker => worker.IsAsleep);

    /// <summary>Runs the items 0 to <paramref name="items"/> - 1 and returns when all are done.</summary>
    /// <remarks>The first exception of an item is rethrown here, after the other items have run.</remarks>
    public void Run<TWork>(TWork job, int items)
        where TWork : unmanaged, IWork
    {
        if (workers.Length == 0 || items <= 1)
        {
            for (var item = 0; item < items; item++)
                job.Run(item, 0);
            return;
        }

        work = &job;
        run = &Invoke<TWork>;
        counters.Done = 0;
        Interlocked.Exchange(ref counters.Claims, (long)items << 32);
        RunItems(0);
        var spinner = default(SpinWait);
        while (Volatile.Read(ref counters.Done) != items)
            spinner.SpinOnce(sleep1Threshold: -1);
        var first = error;
        error = null;
        first?.Throw();
    }

    public void Dispose()
    {
        stopped = true;
        foreach (var worker in workers)
            worker.Dispose();
    }

    private static void Invoke<TWork>(void* job, int item, int worker)
        where TWork : unmanaged, IWork => ((TWork*)job)->Run(item, worker);

    private bool HasItems => IsOpen(Volatile.Read(ref counters.Claims));

    private static bool IsOpen(long claims) => (int)claims < (int)(claims >>> 32);

    /// <summary>Runs items as long as there are any; says whether there was one.</summary>
    private bool RunItems(int worker)
    {
        var done = 0;
        for (; TryClaim(worker, out var item); done++)
            RunClaimed(item, worker);

        // All of them are of one job: it cannot end, nor the next begin, before they are counted.
        if (done > 0)
            Interlocked.Add(ref counters.Done, done);
        return done > 0;
    }

    /// <summary>
    /// One atomic increment claims an item. It returns the job's size too, so that whoever comes late, to a finished job or
    /// to the next one, sees what its claim is worth.
    /// </summary>
    private bool TryClaim(int worker, out int item)
    {
        item = 0;
        if (!HasItems)
            return false;
        var claims = Interlocked.Increment(ref counters.Claims);
        if (!IsOpen(claims - 1))
            return false;
        item = (int)claims - 1;
        WakeBelow(worker, (int)(claims >>> 32) - (int)claims);
        return true;
    }

    /// <summary>
    /// Each one who works wakes two others while there is more to do: all of them are awake after a few steps, and the caller
    /// does not have to see to it alone.
    /// </summary>
    private void WakeBelow(int worker, int itemsLeft)
    {
        for (var i = (2 * worker) + 1; i <= (2 * worker) + 2 && i <= workers.Length && itemsLeft > 0; i++)
        {
            if (workers[i - 1].Wake())
                itemsLeft--;
        }
    }

    private void RunClaimed(int item, int worker)
    {
        try
        {
            run(work, item, worker);
        }
#pragma warning disable CA1031 // Whatever an item throws is the caller's, and the item must count as done.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Keep(exception);
        }
    }

    private void Keep(Exception exception) =>
        Interlocked.CompareExchange(ref error, ExceptionDispatchInfo.Capture(exception), null);

    /// <summary>Far apart, because many threads write them at once.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 384)]
    private struct Counters
    {
        /// <summary>High half: items of the job; low half: claims, those that came too late included.</summary>
        [FieldOffset(128)]
        public long Claims;

        /// <summary>Items that have been run.</summary>
        [FieldOffset(256)]
        public int Done;
    }

    private sealed class Worker : IDisposable
    {
        // A third of a millisecond: longer than what usually lies between two kernels of a step.
        private const int SpinsBeforeParking = 600;
        private const int SpinsBetweenYields = 8;

        private readonly WorkerPool pool;
        private readonly int index;
        private readonly Thread thread;
        private readonly SemaphoreSlim wakeUp = new(0);
        private readonly int spins;
        private int parked;

        public Worker(WorkerPool pool, int index)
        {
            this.pool = pool;
            this.index = index;
            spins = index < Environment.ProcessorCount ? SpinsBeforeParking : 0;
            thread = new Thread(Loop) { IsBackground = true, Name = $"kernel worker {index}" };
            thread.Start();
        }

        public bool IsAsleep => Volatile.Read(ref parked) == 1;

        /// <summary>Says whether it slept.</summary>
        public bool Wake()
        {
            if (!IsAsleep || Interlocked.Exchange(ref parked, 0) == 0)
                return false;
            wakeUp.Release();
            return true;
        }

        public void Dispose()
        {
            Wake();
            thread.Join();
            wakeUp.Dispose();
        }

        private bool HasWork => pool.HasItems || pool.stopped;

        private void Loop()
        {
            try
            {
                FloatingPointMode.Check();
            }
            catch (PlatformNotSupportedException exception)
            {
                pool.Keep(exception);
            }

            while (!pool.stopped)
            {
                if (pool.RunItems(index))
                    continue;
                for (var spin = 1; spin <= spins && !HasWork; spin++)
                {
                    Thread.SpinWait(15);
                    if (spin % SpinsBetweenYields == 0)
                        Thread.Yield();
                }

                if (!HasWork)
                    Park();
            }
        }

        private void Park()
        {
            Interlocked.Exchange(ref parked, 1);
            // A job published between the last look and the flag would find nobody parked: look again.
            if (HasWork && Interlocked.Exchange(ref parked, 0) == 1)
                return;
            wakeUp.Wait();
        }
    }
}
