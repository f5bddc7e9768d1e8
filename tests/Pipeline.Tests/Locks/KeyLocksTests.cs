using Research.Pipeline.Locks;
using Research.Pipeline.Tests.Crash;
using Research.Pipeline.Tests.Store;
using Work = Research.Pipeline.CrashHost.Jobs;

namespace Research.Pipeline.Tests.Locks;

public sealed class KeyLocksTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly KeyLocks _locks;

    public KeyLocksTests() => _locks = new KeyLocks(_folder["store/locks"]);

    [Fact]
    public void A_lock_is_held_once_and_can_be_had_again_when_given_back()
    {
        var (one, two) = (Work.Components(1).Key, Work.Components(2).Key);

        var first = _locks.TryAcquire(one);

        Assert.NotNull(first);
        Assert.Null(first.AbandonedBy);
        Assert.Null(_locks.TryAcquire(one));
        using var other = _locks.TryAcquire(two);
        Assert.NotNull(other);
        first.Dispose();
        Assert.Null(_locks.HolderOf(one));
        using var again = _locks.TryAcquire(one);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task Many_that_want_one_lock_have_it_one_after_the_other()
    {
        var (inside, turns) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var turn = 0; turn < 200;)
            {
                using var held = _locks.TryAcquire(Work.Components(0).Key);
                if (held is null)
                    continue;
                Assert.Equal(1, Interlocked.Increment(ref inside));
                turns++;
                turn++;
                Interlocked.Decrement(ref inside);
            }
        })));

        Assert.Equal(8 * 200, turns);
        Assert.Empty(Directory.GetFiles(_folder["store/locks"]));
    }

    [Fact]
    public void A_lock_of_a_living_process_is_waited_for_and_that_of_a_killed_one_is_taken_over()
    {
        var key = Work.Components(0).Key;
        using var host = HostProcess.Start("hold", _folder["store"]);
        Assert.Equal("held", host.ReadLine());

        Assert.Null(_locks.TryAcquire(key));
        Assert.Equal(host.Id, _locks.HolderOf(key)?.ProcessId);
        Assert.Equal(Environment.MachineName, _locks.HolderOf(key)?.Host);
        host.Kill();
        using var taken = _locks.TryAcquire(key);

        Assert.NotNull(taken);
        Assert.Equal(host.Id, taken.AbandonedBy?.ProcessId);
        Assert.Equal(Environment.ProcessId, _locks.HolderOf(key)?.ProcessId);
    }

    [Fact]
    public async Task Waiting_tells_for_whom_and_ends_when_the_lock_is_given_back()
    {
        var key = Work.Components(0).Key;
        var first = _locks.TryAcquire(key)!;
        TaskCompletionSource<LockHolder?> waiting = new();

        var second = _locks.AcquireAsync(key, waiting.SetResult);
        Assert.Equal(Environment.ProcessId, (await waiting.Task)?.ProcessId);
        Assert.False(second.IsCompleted);
        first.Dispose();

        (await second).Dispose();
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        using var first = _locks.TryAcquire(Work.Components(0).Key);
        using var cancellation = new CancellationTokenSource();

        var second = _locks.AcquireAsync(Work.Components(0).Key, _ => cancellation.Cancel(), cancellation.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    public void Dispose() => _folder.Dispose();
}
