using Research.Jobs;

namespace Research.Pipeline.Tests.Synthetic;

/// <summary>A test's window into the jobs of a synthetic build.</summary>
internal sealed class Probe
{
    private readonly Lock _gate = new();
    private readonly List<string> _ran = [];

    /// <summary>Called in every job, with the name of the target and of the job.</summary>
    public Action<string, string, JobContext> Inside { get; set; } = (_, _, _) => { };

    /// <summary>Replaces what a job writes.</summary>
    public Func<string, string, string, string> Change { get; set; } = (_, _, text) => text;

    /// <summary>Called in every verb, and in every job before anything else.</summary>
    public Action<string> OnNote { get; set; } = _ => { };

    public bool IsOpen { get; set; }

    /// <summary>Jobs and verbs that ran, sorted: those of one target may run in any order.</summary>
    public IReadOnlyList<string> Ran
    {
        get
        {
            lock (_gate)
                return [.. _ran.Order(StringComparer.Ordinal)];
        }
    }

    public void Note(string what)
    {
        lock (_gate)
            _ran.Add(what);
        OnNote(what);
    }

    public string Compute(string target, string name, JobContext job, Func<string> compute)
    {
        Note($"{target} {name}");
        Inside(target, name, job);
        return Change(target, name, compute());
    }
}
