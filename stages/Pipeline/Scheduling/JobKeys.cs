using System.Reflection;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Graph;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Scheduling;

/// <summary>Computes the keys of jobs whose inputs are known.</summary>
/// <param name="fingerprints">Fingerprints of the stages' code.</param>
/// <param name="sources">Digests of source files.</param>
internal sealed class JobKeys(Fingerprinter fingerprints, RepositoryDigests sources)
{
    private readonly Dictionary<MethodInfo, CodeFingerprint> _code = [];

    /// <summary>The components of a job's key.</summary>
    /// <param name="job">The job; not a verb.</param>
    /// <param name="outputOf">The digest of a job's artifact.</param>
    public KeyComponents Of(JobNode job, Func<JobNode, Digest> outputOf)
    {
        var method = job.Target.Declaration.Stage!.Method;
        if (!_code.TryGetValue(method, out var code))
            _code[method] = code = fingerprints.Of(method);
        return KeyComponents.Of(job.Target.Name, code, job.Item, job.Inputs.SelectMany(input => Inputs(input, outputOf)));
    }

    private IEnumerable<KeyValuePair<string, Digest>> Inputs(JobInput input, Func<JobNode, Digest> outputOf) => input switch
    {
        JobInput.Repository source => [new(source.Role, sources.Of(source.Path, source.IsFolder))],
        JobInput.Artifacts { IsList: false } artifact => [new(artifact.Role, outputOf(artifact.Jobs[0]))],
        JobInput.Artifacts list => list.Jobs.Select((job, i) => new KeyValuePair<string, Digest>($"{list.Role}[{i}]", outputOf(job))),
        _ => throw new ArgumentOutOfRangeException(nameof(input)),
    };
}
