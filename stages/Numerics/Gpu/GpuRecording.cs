using Research.Numerics.Devices;

namespace Research.Numerics.Gpu;

/// <summary>
/// A work as a GPU repeats it. The first run makes the calls one by one, so that the scratch memory has its size and every kernel is
/// found; the second records them. A recording made before the scratch memory was replaced is made anew.
/// </summary>
internal sealed class GpuRecording(GpuDriver driver, GpuWorkspace workspace) : IDisposable
{
    private nint recording;
    private int generation = -1;

    /// <summary>Runs the work.</summary>
    public void Run(RecordedWork work)
    {
        if (generation != workspace.Generation)
        {
            Dispose();
            work.Call();
            generation = workspace.Generation;
            return;
        }

        if (recording == 0)
        {
            driver.BeginRecording();
            try
            {
                work.Call();
            }
            finally
            {
                recording = driver.EndRecording();
            }
        }

        driver.Replay(recording);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (recording != 0) driver.Forget(recording);
        recording = 0;
    }
}
